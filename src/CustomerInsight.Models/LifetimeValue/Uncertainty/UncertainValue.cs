using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A number that follows from a fit, and how far the fit determines it.</summary>
/// <param name="Value">The number at the fitted parameters.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Low">Where its interval begins.</param>
/// <param name="High">Where its interval ends.</param>
public readonly record struct UncertainValue(double Value, double StandardError, double Low, double High)
{
    /// <summary>Writes the number with its interval.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:G6} ({Low:G6} to {High:G6})");
}
