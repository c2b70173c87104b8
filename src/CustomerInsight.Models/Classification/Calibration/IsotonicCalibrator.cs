namespace CustomerInsight.Models;

/// <summary>Fits the rising steps that explain best which margins come true how often.</summary>
/// <remarks>
/// Of all functions that never fall it is the one with the least squared error, found by pooling neighbours that fall; between steps the chance is on a straight line, outside it is that of the nearest margin, as in scikit-learn.
/// It follows any shape, but needs some 1,000 rows not to follow chance.
/// <para>Sources: Zadrozny, Elkan, "Transforming classifier scores into accurate multiclass probability estimates", KDD 2002; Ayer and others,
/// "An empirical distribution function for sampling with incomplete information", Annals of Mathematical Statistics 26 (1955); Niculescu-Mizil, Caruana, "Predicting good probabilities with supervised learning", ICML 2005.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class IsotonicCalibrator : IEstimator<CalibrationData, IsotonicCalibration>
{
    private const string ModelName = "isotonic calibration";

    private readonly bool _keepsCertainty;

    /// <summary>Makes a calibrator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    public IsotonicCalibrator(IsotonicOptions? options = null) => _keepsCertainty = options?.KeepsCertainty ?? false;

    /// <summary>Fits the steps.</summary>
    /// <param name="data">Log-odds of rows the model has not learned from, with what became of them.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The calibration; none where all rows are of one kind.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>O(n log n).</remarks>
    public FitResult<IsotonicCalibration> Fit(CalibrationData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        cancellationToken.ThrowIfCancellationRequested();
        var margins = TiedMargins.Of(data);
        if (CalibrationWarnings.OneClass(margins) is { } warning)
        {
            return new FitResult<IsotonicCalibration>(null, FitReport.TooLittle(ModelName, data.Rows, warning));
        }

        IsotonicCalibration calibration = IsotonicSteps.Of(margins).ToCalibration(_keepsCertainty);
        var report = new FitReport(ModelName, FitStatus.Converged, 0, margins.LogLikelihood(calibration), data.Rows, ValueList.From(CalibrationWarnings.OfIsotonic(data.Rows, calibration)));
        return new FitResult<IsotonicCalibration>(calibration, report);
    }
}
