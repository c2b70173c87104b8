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

    /// <summary>The chances of all rows, those of each fold calibrated by the others, so that what they are measured by has not seen them.</summary>
    public static double[] Across(CalibrationKind kind, ReadOnlySpan<double> margins, bool[] labels, Folds folds, CancellationToken cancellationToken)
    {
        double[] chances = new double[margins.Length];
        foreach (Fold fold in folds.Items)
        {
            bool[] isTest = new bool[margins.Length];
            foreach (int row in fold.Test)
            {
                isTest[row] = true;
            }

            int[] others = [.. Enumerable.Range(0, isTest.Length).Where(row => !isTest[row])];
            double[] learned = new double[others.Length];
            for (int i = 0; i < learned.Length; i++)
            {
                learned[i] = margins[others[i]];
            }

            (ICalibration? calibration, _) = Fit(kind, learned, Array.ConvertAll(others, row => labels[row]), cancellationToken);
            foreach (int row in fold.Test)
            {
                chances[row] = calibration?.Probability(margins[row]) ?? ClassificationModelExtensions.Logistic(margins[row]);
            }
        }

        return chances;
    }
}
