namespace CustomerInsight.Models;

/// <summary>How many customers bought again so often in the calibration, and how many the models say.</summary>
/// <param name="Repeats">How often.</param>
/// <param name="OrMore">Whether those who bought more often are in the row, too.</param>
/// <param name="Actual">How many customers did.</param>
/// <param name="Expected">How many by each model, in the order of <see cref="ModelValidation.Models"/>.</param>
public sealed record CountFitRow(int Repeats, bool OrMore, int Actual, ValueList<double> Expected)
{
    /// <summary>Gets the number as text, such as <c>7+</c>.</summary>
    public string Label => FormattableString.Invariant($"{Repeats}{(OrMore ? "+" : string.Empty)}");
}
