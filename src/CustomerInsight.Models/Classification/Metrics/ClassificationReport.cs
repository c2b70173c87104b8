namespace CustomerInsight.Models;

/// <summary>How good probabilities of an event are: whether they rank, whether they are true, and what they are beside simple rules.</summary>
/// <param name="Rows">How many rows were measured.</param>
/// <param name="Positives">In how many of them the event happened.</param>
/// <param name="Rate">The share of events; by weight where rows have weights.</param>
/// <param name="Roc">The area under the ROC curve with its interval; with weights without one.</param>
/// <param name="AveragePrecision">See <see cref="ClassificationMetrics.AveragePrecision"/>.</param>
/// <param name="PrecisionRecallArea">See <see cref="ClassificationMetrics.AreaUnderPrecisionRecall"/>.</param>
/// <param name="KolmogorovSmirnov">See <see cref="ClassificationMetrics.KolmogorovSmirnov"/>.</param>
/// <param name="LiftTop10">The lift of the tenth of the rows with the highest probabilities, see <see cref="ClassificationMetrics.Lift"/>.</param>
/// <param name="LogLoss">See <see cref="ClassificationMetrics.LogLoss"/>.</param>
/// <param name="Brier">The Brier score and what it is made of.</param>
/// <param name="Reliability">Predicted and observed rates, with the calibration error.</param>
/// <param name="Gain">How many events are found down the ranking.</param>
/// <param name="Confusion">How often the rule of the threshold is right and wrong.</param>
/// <param name="Curve">What each threshold does.</param>
/// <param name="Baselines">The same rows by rules without a model.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record ClassificationReport(
    int Rows,
    int Positives,
    double Rate,
    RocArea Roc,
    double AveragePrecision,
    double PrecisionRecallArea,
    double KolmogorovSmirnov,
    double LiftTop10,
    double LogLoss,
    BrierDecomposition Brier,
    ReliabilityTable Reliability,
    GainTable Gain,
    ConfusionTable Confusion,
    ScoreCurve Curve,
    ValueList<BaselineComparison> Baselines)
{
    /// <summary>Gets what the campaign earns if each time the best share of customers is targeted; null where the options name no campaign.</summary>
    public ExpectedMaximumProfit? ExpectedProfit { get; init; }

    /// <summary>Gets what it earns to target more and more customers where the campaign's mean share accepts, with the best threshold; null where the options name no campaign.</summary>
    public ProfitCurve? Profit { get; init; }

    /// <summary>Measures probabilities.</summary>
    /// <param name="probabilities">The chance of the event, from 0 to 1: best of rows that the model was not fitted to, as <see cref="CrossValidation"/> gives them.</param>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="baselines">Rules without a model, on the same rows. The base rate need not be given: it is always compared with.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <param name="options">What to show; null for the defaults.</param>
    /// <returns>The report. Measures that need both labels are not numbers where there is one only.</returns>
    /// <exception cref="ArgumentException">There are no rows, there are more or fewer of one than of the other, a number is not as said, or an option is out of its range.</exception>
    /// <remarks>Time O(n log n), and as much again for each baseline. The same for any order of the rows; errors and p-values but for rounding.</remarks>
    public static ClassificationReport Of(
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<bool> labels,
        ValueList<BaselineScores> baselines = default,
        ReadOnlySpan<double> weights = default,
        ClassificationReportOptions? options = null)
    {
        options ??= new ClassificationReportOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ClassificationReportOptionsValidator());
        var ranking = ScoreRanking.OfProbabilities(probabilities, labels, weights);
        if (ranking.Rows == 0)
        {
            throw new ArgumentException("There are no rows to measure. Give at least one.", nameof(probabilities));
        }

        RocArea roc = weights.IsEmpty
            ? RocArea.Of(ranking, options.Level)
            : new RocArea(RankingMeasures.AreaUnderRoc(ranking), double.NaN, double.NaN, double.NaN, options.Level);
        DeLong? model = weights.IsEmpty ? DeLong.Of(probabilities, labels) : null;
        var compared = new List<BaselineComparison>(baselines.Count + 1);
        foreach (BaselineScores baseline in WithBaseRate(baselines, labels, weights))
        {
            compared.Add(Compare(baseline, model, roc.Area, labels, weights, options.Campaign));
        }

        return new ClassificationReport(
            ranking.Rows,
            labels.Count(true),
            ranking.TotalPositives / ranking.Total,
            roc,
            RankingMeasures.AveragePrecision(ranking),
            RankingMeasures.AreaUnderPrecisionRecall(ranking),
            RankingMeasures.KolmogorovSmirnov(ranking),
            RankingMeasures.Lift(ranking, 0.1),
            RankingMeasures.LogLoss(ranking),
            BrierDecomposition.Of(ranking),
            ReliabilityTable.Of(ranking, options.Bins, options.Binning),
            GainTable.Of(ranking, options.Steps, !weights.IsEmpty),
            ConfusionTable.At(ranking, options.Threshold),
            ScoreCurve.Of(ranking),
            ValueList.From(compared))
        {
            ExpectedProfit = options.Campaign is null ? null : ExpectedMaximumProfit.Of(ranking, options.Campaign),
            Profit = options.Campaign is null ? null : ProfitCurve.Of(ranking, options.Campaign.ToTargetingValue()),
        };
    }

    /// <summary>The base rate first: the caller's own, or that of the rows.</summary>
    private static List<BaselineScores> WithBaseRate(ValueList<BaselineScores> baselines, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        List<BaselineScores> all = [.. baselines.OrderBy(static one => one.Name == BaselineScores.BaseRateName ? 0 : 1)];
        if (all.Count == 0 || all[0].Name != BaselineScores.BaseRateName)
        {
            all.Insert(0, BaselineScores.BaseRate(labels, weights));
        }

        return all;
    }

    private static BaselineComparison Compare(BaselineScores baseline, DeLong? model, double area, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights, RetentionCampaign? campaign)
    {
        ReadOnlySpan<double> scores = baseline.Scores.AsSpan();
        ReadOnlySpan<double> chances = baseline.Probabilities.AsSpan();
        var ranking = ScoreRanking.Of(scores, labels, weights);
        return new BaselineComparison(
            baseline.Name,
            weights.IsEmpty ? RocComparison.Of(model, DeLong.Of(scores, labels)) : new RocComparison(area, RankingMeasures.AreaUnderRoc(ranking), double.NaN, double.NaN),
            RankingMeasures.AveragePrecision(ranking),
            RankingMeasures.KolmogorovSmirnov(ranking),
            RankingMeasures.Lift(ranking, 0.1),
            chances.IsEmpty ? null : ClassificationMetrics.LogLoss(chances, labels, weights),
            chances.IsEmpty ? null : ClassificationMetrics.Brier(chances, labels, weights))
        {
            ExpectedProfit = campaign is null ? null : ExpectedMaximumProfit.Of(ranking, campaign),
        };
    }
}
