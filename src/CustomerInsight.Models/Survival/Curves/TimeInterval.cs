using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Between which times the true one lies, with some confidence.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end; <see cref="double.PositiveInfinity"/> where the data do not bound it.</param>
public readonly record struct TimeInterval(double Low, double High)
{
    /// <summary>Writes the interval.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low:G6} to {High:G6}");
}
