using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What was foretold of a group of customers of like risk, and what came.</summary>
/// <param name="Customers">How many they are.</param>
/// <param name="Foretold">The mean chance to be still there after the horizon.</param>
/// <param name="Observed">The Kaplan–Meier estimate of that share.</param>
/// <param name="Low">Where its interval begins; not a number where nobody is left.</param>
/// <param name="High">Where that ends; not a number where nobody is left.</param>
public readonly record struct SurvivalCalibrationRow(int Customers, double Foretold, double Observed, double Low, double High)
{
    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Customers} customers: {Foretold:0.0000} foretold, {Observed:0.0000} observed ({Low:0.0000} to {High:0.0000})");
}
