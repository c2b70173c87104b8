using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Amounts between which a coming spend lies with a probability.</summary>
/// <param name="Low">It is as probable to lie below this amount …</param>
/// <param name="High">… as above this one.</param>
/// <param name="Level">The probability to lie between.</param>
public readonly record struct SpendInterval(double Low, double High, double Level)
{
    /// <summary>Writes the interval and its level.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low:G6} to {High:G6} ({Level * 100:G6} %)");
}
