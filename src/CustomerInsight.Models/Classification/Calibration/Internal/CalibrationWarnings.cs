using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The warnings of calibrations, with their codes in one place.</summary>
internal static class CalibrationWarnings
{
    private const int FewestRows = 1_000;

    public static FitWarning NoOrder { get; } = new(
        "no-order", "The event gets no likelier with the model's log-odds, so every row gets the same chance. Look at the model before its calibration.");

    public static FitWarning NotConverged { get; } = new("not-converged", "The search for the line did not end. Check the margins for a few of enormous size.");

    /// <summary>Null where there are rows of both kinds.</summary>
    public static FitWarning? OneClass(TiedMargins margins) => margins.Count == 0
        ? LogisticWarnings.NoRows
        : margins.Events > 0 && margins.Events < margins.Weight ? null : LogisticWarnings.OneClass(margins.Events > 0);

    public static IEnumerable<FitWarning> OfIsotonic(int rows, IsotonicCalibration calibration)
    {
        if (rows < FewestRows)
        {
            yield return new FitWarning(
                "few-rows", string.Create(CultureInfo.InvariantCulture, $"{rows} rows are few for steps of any shape, which then follow chance. Use Platt's line below some {FewestRows} rows."));
        }

        if (calibration.Probabilities[0] == calibration.Probabilities[^1])
        {
            yield return NoOrder;
        }
    }
}
