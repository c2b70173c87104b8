using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How well a model foretold who would be there after a time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Brier">The model's Brier score, 0 for perfect.</param>
/// <param name="BaselineBrier">That of one Kaplan–Meier curve for everyone.</param>
/// <param name="Area">How well the model told those who left up to then from those still there; not a number where nobody left yet.</param>
public readonly record struct SurvivalScoreRow(double Time, double Brier, double BaselineBrier, double Area)
{
    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:G6}: Brier {Brier:0.0000} against {BaselineBrier:0.0000}, area {Area:0.0000}");
}
