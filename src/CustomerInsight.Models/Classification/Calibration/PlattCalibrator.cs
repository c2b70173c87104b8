namespace CustomerInsight.Models;

/// <summary>Fits a line to a model's log-odds so that they come true as often as they say.</summary>
/// <remarks>
/// By maximum likelihood with targets drawn a little towards each other, (n₁ + 1) / (n₁ + 2) and 1 / (n₀ + 2), so that rows told apart for certain leave the line finite. The slope is not let below 0. Right for a few hundred rows too.
/// <para>Sources: Platt, "Probabilistic outputs for support vector machines" (1999); Lin, Lin, Weng, "A note on Platt's probabilistic outputs for support vector machines", Machine Learning 68 (2007).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PlattCalibrator : IEstimator<CalibrationData, PlattCalibration>
{
    private const string ModelName = "Platt calibration";

    /// <summary>Fits the line.</summary>
    /// <param name="data">Log-odds of rows the model has not learned from, with what became of them.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The calibration; none where all rows are of one kind. Where the event gets no likelier with the margin, the slope is 0, and a warning says so.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n).</remarks>
    public FitResult<PlattCalibration> Fit(CalibrationData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var margins = TiedMargins.Of(data);
        if (CalibrationWarnings.OneClass(margins) is { } warning)
        {
            return new FitResult<PlattCalibration>(null, FitReport.TooLittle(ModelName, data.Rows, warning));
        }

        PlattLine line = PlattLine.Fit(margins, cancellationToken);
        FitWarning[] warnings = [.. line.Slope > 0 ? Array.Empty<FitWarning>() : [CalibrationWarnings.NoOrder], .. line.Converged ? Array.Empty<FitWarning>() : [CalibrationWarnings.NotConverged]];
        var calibration = new PlattCalibration(line.Slope, line.Intercept);
        return new FitResult<PlattCalibration>(
            calibration, new FitReport(ModelName, line.Converged ? FitStatus.Converged : FitStatus.NotConverged, line.Iterations, margins.LogLikelihood(calibration), data.Rows, ValueList.Create<FitWarning>(warnings)));
    }
}
