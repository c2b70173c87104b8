using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Learns how likely an event is by boosting trees on histograms, with the logistic loss.</summary>
/// <remarks>
/// Derivatives are summed as whole numbers, so neither the number of threads nor the order of the rows changes a bit of the model.
/// <para>Source: Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Annals of Statistics 29(5), 2001; Chen, Guestrin, "XGBoost", KDD 2016;
/// Ke et al., "LightGBM", NeurIPS 2017; members that leave out a part each: Breiman, "Bagging Predictors", Machine Learning 24, 1996.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class BoostingEstimator : IEstimator<ClassificationData, BoostingModel>
{
    private const string ModelName = "boosting";

    private readonly BoostingOptions _options;
    private readonly IProgress<BoostingRound>? _progress;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to boost; null for the defaults. Read once, here.</param>
    /// <param name="progress">Hears of each round; null for nobody.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public BoostingEstimator(BoostingOptions? options = null, IProgress<BoostingRound>? progress = null)
    {
        options ??= new BoostingOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new BoostingOptionsValidator(), new BoostingOptionsRules());
        _options = options.Copy();
        _progress = progress;
    }

    /// <summary>Boosts trees.</summary>
    /// <param name="data">The rows, in any order; values may be missing, and columns may hold categories. Rows with the same customer are learned from or left out together. Weights are numbers of rows;
    /// where they are below 1 on average, they are raised to 1 on average.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went; rows without the event, or all with it, no column that tells rows apart, and too few rows are results.</returns>
    /// <exception cref="ArgumentException">A value is infinite, an option names a column that is not there or holds categories, or there are more than 268 million rows.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Time: rows × columns for each level of each tree. Memory: some 50 bytes a row for each member, and a byte for each value.</remarks>
    public FitResult<BoostingModel> Fit([NotNull] ClassificationData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        int[] directions = BoostingData.Check(data, _options, parallel);
        List<FitWarning> warnings = [.. BoostingData.OneKind(data)];
        if (warnings.Count > 0)
        {
            return TooLittle(data, warnings);
        }

        BoostingOrder order = BoostingData.Order(data, _options, parallel);
        HeldOut[] deal = HeldOut.Deal(data, order, _options, parallel);
        warnings.AddRange(BoostingData.TooFew(data, order, deal, _options));
        if (warnings.Count > 0)
        {
            return TooLittle(data, warnings);
        }

        var rows = BinnedRows.Of(data, order.Rows, _options.MaximumBins, parallel);
        warnings.AddRange(BoostingData.Warnings(data, rows));
        if (rows.Columns.All(static column => column.Bins.Count < 2))
        {
            return TooLittle(data, warnings);
        }

        (double[] labels, double[] weights) = BoostingData.Targets(data, order.Rows, _options.PositiveWeight);
        var scale = new SumScale(data.Rows, weights.Max());
        double start = BoostingData.StartingMargin(labels, weights, scale);
        var rules = new SplitRules(
            _options.MinimumLeafRows,
            _options.MinimumLeafHessian,
            _options.L2,
            _options.MinimumGain,
            _options.OneAgainstRest,
            _options.CategorySmoothing,
            scale,
            directions,
            _options.Monotone.Count > 0);
        var booster = new Booster(rows, labels, weights, deal, start, rules, _options, parallel);
        booster.Run(_progress);
        return Result(data, rows, booster, start, warnings);
    }

    private static FitResult<BoostingModel> TooLittle(ClassificationData data, List<FitWarning> warnings) =>
        new(null, FitReport.TooLittle(ModelName, data.Rows, [.. warnings]));

    private FitResult<BoostingModel> Result(ClassificationData data, BinnedRows rows, Booster booster, double start, List<FitWarning> warnings)
    {
        var trees = new List<BoostingTree>();
        for (int round = 0; round < booster.Best; round++)
        {
            foreach (Member member in booster.Members)
            {
                if (member.Trees[round].Length > 1)
                {
                    trees.Add(GrownTrees.Tree(member.Trees[round], rows.Columns, 1.0 / booster.Members.Count));
                }
            }
        }

        bool ended = _options.StopAfter == 0 || booster.Best + _options.StopAfter <= booster.Rounds.Count;
        if (!ended)
        {
            warnings.Add(new FitWarning("round-limit", FormattableString.Invariant($"The log loss of rows left out was still falling after {booster.Rounds.Count} rounds. Raise Rounds or LearningRate.")));
        }

        if (trees.Count == 0)
        {
            warnings.Add(new FitWarning("no-trees", "No split lowers the loss, so everybody is given the same chance. Give features that tell more, more rows, or lower MinimumLeafRows."));
        }

        var model = new BoostingModel(data.Features.Columns, data.Categories, start, ValueList.From(trees))
        {
            Members = booster.Members.Count,
            Curve = ValueList.From(booster.Rounds),
        };
        BoostingRound? best = booster.Best > 0 ? booster.Rounds[booster.Best - 1] : null;
        return new FitResult<BoostingModel>(model, new FitReport(ModelName, ended ? FitStatus.Converged : FitStatus.NotConverged, booster.Best, null, data.Rows, ValueList.From(warnings))
        {
            Figures = best?.ValidationLoss is double held
                ? [new FitFigure("log loss of the rows learned from", best.TrainingLoss), new FitFigure("log loss of the rows left out", held)]
                : best is null ? [] : [new FitFigure("log loss of the rows learned from", best.TrainingLoss)],
        });
    }
}
