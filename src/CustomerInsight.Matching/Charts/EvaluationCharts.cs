namespace CustomerInsight.Matching;

/// <summary>Charts of how good matching is, as Vega-Lite v5 specifications with their data inside; any Vega viewer shows them. They hold no value of the records.</summary>
/// <remarks>Of curves with more points than a screen shows, 1,000 are taken evenly.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class EvaluationCharts
{
    /// <summary>Precision over recall at every threshold.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns>The specification.</returns>
    public static string PrecisionRecall(PrecisionRecallCurve curve) => VegaLite.Spec("Precision and recall", Rows(curve), EvaluationViews.PrecisionRecall);

    /// <summary>Precision, recall and F1 over the threshold.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns>The specification.</returns>
    public static string Thresholds(PrecisionRecallCurve curve) => VegaLite.Spec("What a threshold gives", Rows(curve), EvaluationViews.Thresholds);

    /// <summary>The share that is true over the stated probability; on the diagonal, probabilities hold.</summary>
    /// <param name="table">The table; empty rows are left out.</param>
    /// <returns>The specification.</returns>
    public static string Calibration(CalibrationTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return VegaLite.Spec("Do the probabilities hold", table.Rows.Where(static row => row.Pairs > 0).Select(static row => new (string Field, object? Value)[]
        {
            ("stated", row.Stated), ("observed", row.Observed.Value), ("low", row.Observed.Low), ("high", row.Observed.High), ("pairs", row.Pairs),
        }), EvaluationViews.Calibration);
    }

    /// <summary>The share of the records that cannot be linked, over the threshold.</summary>
    /// <param name="unlinkable">The records.</param>
    /// <returns>The specification.</returns>
    public static string Unlinkable(UnlinkableRecords unlinkable)
    {
        ArgumentNullException.ThrowIfNull(unlinkable);
        (double Weight, long Records)[] points = [.. unlinkable.Points];
        return VegaLite.Spec("Records that cannot be linked", VegaLite.Thinned(points.Length).Select(i => points[i]).Select(point => new (string Field, object? Value)[]
        {
            ("weight", point.Weight), ("probability", MatchWeight.ToProbability(point.Weight)), ("records", point.Records), ("share", (double)point.Records / unlinkable.Records),
        }), EvaluationViews.Unlinkable);
    }

    /// <summary>How many of the kept pairs have which weight, bit by bit.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <returns>The specification.</returns>
    public static string Weights(ScoredPairs pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var bins = new SortedDictionary<double, long>();
        foreach (ScoredLink pair in pairs.Nodes)
        {
            double bin = Math.Floor(pair.Weight);
            bins[bin] = bins.GetValueOrDefault(bin) + 1;
        }

        return VegaLite.Spec("Match weights of the kept pairs", bins.Select(static bin => new (string Field, object? Value)[] { ("from", bin.Key), ("to", bin.Key + 1), ("pairs", bin.Value) }), EvaluationViews.Weights);
    }

    /// <summary>How many clusters have how many records.</summary>
    /// <param name="clusters">The clusters.</param>
    /// <returns>The specification.</returns>
    public static string ClusterSizes(IReadOnlyList<RecordCluster> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        return VegaLite.Spec("Cluster sizes", clusters.GroupBy(static cluster => cluster.Records.Count).OrderBy(static size => size.Key).Select(static size => new (string Field, object? Value)[]
        {
            ("size", size.Key), ("clusters", size.LongCount()), ("records", size.LongCount() * size.Key),
        }), EvaluationViews.Sizes);
    }

    private static IEnumerable<(string Field, object? Value)[]> Rows(PrecisionRecallCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return VegaLite.Thinned(curve.Count).Select(curve.Point).Select(static point => new (string Field, object? Value)[]
        {
            ("weight", point.Weight),
            ("probability", point.Probability),
            ("precision", point.Quality.Precision),
            ("recall", point.Quality.Recall),
            ("f1", point.Quality.F1),
            ("found", point.Quality.FoundPairs),
        });
    }
}
