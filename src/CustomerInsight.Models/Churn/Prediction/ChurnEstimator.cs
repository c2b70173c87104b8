using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Learns who leaves, or of whom any other event is to be expected, from customers whose outcome is known.</summary>
/// <remarks>
/// Traits become features, a classifier learns from them, and its chances are calibrated; which classifier is taken, how good it is and how it is calibrated is decided by predictions of
/// customers that it was not fitted on, everything that is learned being learned inside the fold. A customer of several cut-offs is always in one fold.
/// <para>Churn is one event; a propensity to buy, to upgrade or to answer is learned in the same way, by its labels and <see cref="ChurnOptions.Target"/>.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ChurnEstimator : IEstimator<CustomerPanel, ChurnModel>
{
    private readonly ChurnOptions _options;
    private readonly IProgress<int>? _progress;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to learn; null for the defaults. Read once, here.</param>
    /// <param name="progress">Told how many folds are done, of as many as <see cref="ChurnOptions.Folds"/> for each classifier; null for nobody.</param>
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
    /// <returns>The model, and how the fits went; none where there are too few rows with or without the event, or no trait tells customers apart.</returns>
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

        Folds folds = rows.Panel.Snapshots.Count == 1
            ? Folds.Stratified(rows.Labels, _options.Folds, _options.Seed, rows.Customers)
            : Folds.Grouped(rows.Labels, rows.Customers, _options.Folds, _options.Seed);
        ChurnCandidate[] candidates = Try(rows, folds, cancellationToken);
        if (ChurnChoice.Of(candidates, rows.Labels) is not { } choice)
        {
            return new FitResult<ChurnModel>(null, FitReport.TooLittle(_options.Target, rows.Count, [.. candidates.SelectMany(static candidate => candidate.Report.Parts.Append(candidate.Report)).SelectMany(static report => report.Warnings).Distinct()]));
        }

        CrossValidation found = choice.Candidate.Validation!;
        double[] chances = FoldCalibration.Across(_options.Calibration, found.Margins.AsSpan(), rows.Labels, folds, cancellationToken);
        validation = new ChurnValidation(
            ValueList.Create<ChurnCandidate>(candidates),
            choice.Candidate.Classifier,
            choice.Reason,
            ValueList.Create<double>(chances),
            ClassificationReport.Of(chances, rows.Labels, ChurnBaselines.Of(rows)));
        return FitOnAll(rows, choice, found, validation, cancellationToken);
    }

    private FitWarning? TooFew(ChurnRows rows)
    {
        int negatives = rows.Count - rows.Positives;
        return Math.Min(rows.Positives, negatives) >= _options.MinimumOfEachKind ? null
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
            int before = i * folds.Count;
            IProgress<int>? progress = _progress is null ? null : new FoldsDone(_progress, before);
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

    private FitResult<ChurnModel> FitOnAll(ChurnRows rows, ChurnChoice choice, CrossValidation found, ChurnValidation validation, CancellationToken cancellationToken)
    {
        int[] all = [.. Enumerable.Range(0, rows.Count)];
        (FeatureEncoding? encoding, IClassificationModel? classifier, FitReport report) = new ChurnLearner(rows, choice.Candidate.Classifier, _options).Learn(all, cancellationToken);
        if (encoding is null || classifier is null)
        {
            return new FitResult<ChurnModel>(null, report);
        }

        (ICalibration? calibration, FitReport? calibrated) = FoldCalibration.Fit(_options.Calibration, [.. found.Margins], rows.Labels, cancellationToken);
        FitReport[] parts = [.. new[] { rows.Purchases, report, calibrated }.OfType<FitReport>()];
        var whole = new FitReport(
            _options.Target, report.Status, report.Iterations, null, rows.Count, [new FitWarning("model-chosen", choice.Reason), .. parts.SelectMany(static part => part.Warnings)])
        {
            Parts = ValueList.Create<FitReport>(parts),
            Figures = [new FitFigure("auc-out-of-fold", validation.Report.Roc.Area), new FitFigure("log-loss-out-of-fold", validation.Report.LogLoss), new FitFigure("brier-out-of-fold", validation.Report.Brier.Score)],
        };
        ModelCard card = CardMaker.Of(rows, _options, encoding, choice, validation.Report, whole.Warnings);
        return new FitResult<ChurnModel>(new ChurnModel(encoding, classifier, calibration, rows.Alive, card, ChurnModel.LearnedFrom(rows.Panel, encoding, validation.Probabilities.AsSpan())), whole);
    }

    private sealed class FoldsDone(IProgress<int> progress, int before) : IProgress<int>
    {
        public void Report(int value) => progress.Report(before + value);
    }
}
