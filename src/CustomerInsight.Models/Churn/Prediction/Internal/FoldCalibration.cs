namespace CustomerInsight.Models;

/// <summary>Calibrates predictions that were made out of fold.</summary>
internal static class FoldCalibration
{
    /// <summary>Fits a calibration; null for none, and where the rows do not tell one.</summary>
    public static (ICalibration? Calibration, FitReport? Report) Fit(CalibrationKind kind, double[] margins, bool[] labels, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case CalibrationKind.Platt:
                FitResult<PlattCalibration> line = new PlattCalibrator().Fit(CalibrationData.Create(margins, labels), cancellationToken);
                return (line.Model, line.Report);
            case CalibrationKind.Isotonic:
                FitResult<IsotonicCalibration> steps = new IsotonicCalibrator().Fit(CalibrationData.Create(margins, labels), cancellationToken);
                return (steps.Model, steps.Report);
            default:
                return (null, null);
        }
    }

    /// <summary>As <see cref="Fit(CalibrationKind, double[], bool[], CancellationToken)"/>, by those of the rows that were predicted.</summary>
    public static (ICalibration? Calibration, FitReport? Report) Fit(CalibrationKind kind, ReadOnlySpan<double> margins, bool[] labels, IEnumerable<int> rows, CancellationToken cancellationToken)
    {
        var known = new List<double>();
        var outcomes = new List<bool>();
        foreach (int row in rows)
        {
            if (!double.IsNaN(margins[row]))
            {
                known.Add(margins[row]);
                outcomes.Add(labels[row]);
            }
        }

        return known.Count == 0 ? (null, null) : Fit(kind, [.. known], [.. outcomes], cancellationToken);
    }

    /// <summary>
    /// The chances of all rows, those of each fold calibrated by the rows it learns from, as far as they were predicted themselves: what they are measured by has not seen them, nor what came
    /// later. Where there are none such, log-odds are taken as they are. Not a number for a row that no fold predicts.
    /// </summary>
    public static double[] Across(CalibrationKind kind, ReadOnlySpan<double> margins, bool[] labels, Folds folds, CancellationToken cancellationToken)
    {
        double[] chances = new double[margins.Length];
        Array.Fill(chances, double.NaN);
        foreach (Fold fold in folds.Items)
        {
            (ICalibration? calibration, _) = Fit(kind, margins, labels, fold.Train, cancellationToken);
            foreach (int row in fold.Test)
            {
                chances[row] = calibration?.Probability(margins[row]) ?? ClassificationModelExtensions.Logistic(margins[row]);
            }
        }

        return chances;
    }
}
