namespace CustomerInsight.Models;

/// <summary>The customers who bought again equally often in the calibration, and their mean purchases in the holdout.</summary>
/// <param name="Repeats">How often they bought again.</param>
/// <param name="OrMore">Whether those who bought more often are in the row, too.</param>
/// <param name="Customers">How many they are.</param>
/// <param name="Actual">Their mean purchases; NaN of no customers.</param>
/// <param name="Expected">The mean by each forecast, in the order of <see cref="ModelValidation.Forecasts"/>.</param>
public sealed record FrequencyRow(int Repeats, bool OrMore, int Customers, double Actual, ValueList<double> Expected)
{
    /// <summary>Gets the number as text, such as <c>7+</c>.</summary>
    public string Label => FormattableString.Invariant($"{Repeats}{(OrMore ? "+" : string.Empty)}");
}
