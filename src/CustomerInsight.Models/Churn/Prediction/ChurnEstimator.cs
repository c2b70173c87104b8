using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Learns who leaves, or of whom any other event is to be expected, from customers whose outcome is known.</summary>
/// <remarks>
/// Traits become features, a classifier learns from them, and its chances are calibrated; which classifier is taken, how good it is and how it is calibrated is decided by predictions of
/// customers that it was not fitted on. Encoding, classifier and calibration are learned inside the fold; the purchase model, which knows no labels, is fitted once, on the purchases of all
/// customers before the earliest cut-off. A customer of several cut-offs is never learned from to be predicted, and later cut-offs are predicted by earlier ones where there are such
/// (<see cref="ChurnOptions.TimeOrdered"/>). Errors and intervals take customers to be independent, not their rows.
/// <para>Source of these: Obuchowski, "Nonparametric analysis of clustered ROC curve data", Biometrics 53(2), 1997.</para>
/// <para>Churn is one event; a propensity to buy, to upgrade or to answer is learned in the same way, by its labels and <see cref="ChurnOptions.Target"/>.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ChurnEstimator : IEstimator<CustomerPanel, ChurnModel>
{
    private readonly ChurnOptions _options;
    private readonly IProgress<int>? _progress;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to learn; null for the defaults. Read once, here.</param>
    /// <param name="progress">Told how much is done, of as much as <see cref="ChurnOptions.Folds"/> for each classifier; null for nobody.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public ChurnEstimator(ChurnOptions? options = null, IProgress<int>? progress = null)
    {
        options ??= new ChurnOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ChurnOptionsValidator(), new ChurnOptionsRules());
        _options = options.Copy();
        _progress = progress;
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">Customers whose outcome is known, at one or several cut-offs.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model, and how the fits went; none where there are too few customers with or without the event, or no trait tells customers apart.</returns>
    /// <exception cref="ArgumentException">Two snapshots have other traits than each other, or windows of other lengths.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Fits each classifier once for each fold, and the chosen one once more on all rows.</remarks>
    public FitResult<ChurnModel> Fit(CustomerPanel data, CancellationToken cancellationToken = default) => Fit(data, out _, cancellationToken);

    /// <summary>Fits the model, and says how it was chosen and measured.</summary>
    /// <param name="data">Customers whose outcome is known, at one or several cut-offs.</param>
    /// <param name="validation">What was predicted out of fold; null where there is too little data.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>As <see cref="Fit(CustomerPanel, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">Two snapshots have other traits than each other, or windows of other lengths.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<ChurnModel> Fit([NotNull] CustomerPanel data, out ChurnValidation? validation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        validation = null;
        var rows = ChurnRows.Of(data, _options, cancellationToken);
        if (TooFew(rows) is { } warning)
        {
            return new FitResult<ChurnModel>(null, FitReport.TooLittle(_options.Target, rows.Count, warning));
        }

        var folds = ChurnFolds.Of(rows, _options);
        ChurnCandidate[] candidates = Try(rows, folds.Folds, cancellationToken);
        if (ChurnChoice.Of(candidates, rows.Labels, rows.Customers) is not { } choice)
        {
            return new FitResult<ChurnModel>(null, FitReport.TooLittle(_options.Target, rows.Count, [.. candidates.SelectMany(static candidate => candidate.Report.Parts.Append(candidate.Report)).SelectMany(static report => report.Warnings).Distinct()]));
        }

        CrossValidation found = choice.Candidate.Validation!;
        double[] chances = FoldCalibration.Across(_options.Calibration, found.Margins.AsSpan(), rows.Labels, folds.Folds, cancellationToken);
        validation = new ChurnValidation(
            ValueList.Create<ChurnCandidate>(candidates),
            choice.Candidate.Classifier,
            choice.Reason,
            ValueList.Create<double>(chances),
            ChurnMeasures.Of(rows, chances));
        return FitOnAll(rows, folds, choice, validation, cancellationToken);
    }

    private FitWarning? TooFew(ChurnRows rows)
    {
        int negatives = rows.Count - rows.Positives;
        (int with, int without) = rows.CustomersOfEachKind([.. Enumerable.Range(0, rows.Count)]);
        return Math.Min(with, without) >= _options.MinimumOfEachKind && rows.Panel.Customers.Count >= _options.Folds ? null
            : Math.Min(rows.Positives, negatives) >= _options.MinimumOfEachKind
                ? new FitWarning("too-few-customers", string.Create(CultureInfo.InvariantCulture, $"The event came to {with:#,0} of {rows.Panel.Customers.Count:#,0} customers, and to {without:#,0} at some cut-off not; {_options.MinimumOfEachKind} of each kind are needed, and as many as folds. Further cut-offs of the same customers do not help: add customers."))
            : rows.Positives == 0 || negatives == 0
                ? new FitWarning("one-kind-only", string.Create(CultureInfo.InvariantCulture, $"In {(rows.Positives == 0 ? "none" : "each")} of {rows.Count:#,0} rows the event came, so nothing tells who is different. Check target, horizon and cut-off, or add other cut-offs."))
                : new FitWarning("too-few-events", string.Create(CultureInfo.InvariantCulture, $"The event came in {rows.Positives:#,0} of {rows.Count:#,0} rows; {_options.MinimumOfEachKind} with it and as many without are needed. Add earlier cut-offs, or choose another horizon."));
    }

    private ChurnCandidate[] Try(ChurnRows rows, Folds folds, CancellationToken cancellationToken)
    {
        ChurnClassifier[] classifiers = _options.Classifier is { } one ? [one] : Enum.GetValues<ChurnClassifier>();
        var candidates = new ChurnCandidate[classifiers.Length];
        for (int i = 0; i < classifiers.Length; i++)
        {
            int before = i * _options.Folds;
            IProgress<int>? progress = _progress is null ? null : new FoldsDone(_progress, before, (double)_options.Folds / folds.Count);
            FitResult<CrossValidation> found = CrossValidation.Run(
                rows.Labels,
                folds,
                new ChurnLearner(rows, classifiers[i], _options).Predict,
                maxDegreeOfParallelism: _options.MaxDegreeOfParallelism,
                progress: progress,
                cancellationToken: cancellationToken);
            candidates[i] = new ChurnCandidate(classifiers[i], found.Model, found.Report);
        }

        return candidates;
    }

    private FitResult<ChurnModel> FitOnAll(ChurnRows rows, ChurnFolds folds, ChurnChoice choice, ChurnValidation validation, CancellationToken cancellationToken)
    {
        int[] all = [.. Enumerable.Range(0, rows.Count)];
        (FeatureEncoding? encoding, IClassificationModel? classifier, FitReport report) = new ChurnLearner(rows, choice.Candidate.Classifier, _options).Learn(all, cancellationToken);
        if (encoding is null || classifier is null)
        {
            return new FitResult<ChurnModel>(null, report);
        }

        (ICalibration? calibration, FitReport? calibrated) = FoldCalibration.Fit(_options.Calibration, choice.Candidate.Validation!.Margins.AsSpan(), rows.Labels, all, cancellationToken);
        FitReport[] parts = [.. new[] { rows.Purchases, report, calibrated }.OfType<FitReport>()];
        var whole = new FitReport(
            _options.Target, report.Status, report.Iterations, null, rows.Count, [new FitWarning("model-chosen", choice.Reason), .. folds.Warnings, .. parts.SelectMany(static part => part.Warnings)])
        {
            Parts = ValueList.Create<FitReport>(parts),
            Figures = [new FitFigure("auc-out-of-fold", validation.Report.Roc.Area), new FitFigure("log-loss-out-of-fold", validation.Report.LogLoss), new FitFigure("brier-out-of-fold", validation.Report.Brier.Score)],
        };
        ModelCard card = CardMaker.Of(rows, _options, folds, encoding, choice, calibration is null ? CalibrationKind.None : _options.Calibration, validation.Report, whole.Warnings);

        // Later chances come from this calibration, so that those to compare them with must, too; out of fold, for the model has seen its own rows.
        double[] chances = [.. choice.Candidate.Validation.Margins.Select(margin => double.IsNaN(margin) ? margin : ClassificationModelExtensions.Logistic(calibration?.LogOdds(margin) ?? margin))];
        return new FitResult<ChurnModel>(new ChurnModel(encoding, classifier, calibration, rows.Alive, card, ChurnModel.LearnedFrom(rows.Panel, encoding, chances)), whole);
    }

    private sealed class FoldsDone(IProgress<int> progress, int before, double each) : IProgress<int>
    {
        public void Report(int value) => progress.Report(before + (int)Math.Round(value * each));
    }
}
