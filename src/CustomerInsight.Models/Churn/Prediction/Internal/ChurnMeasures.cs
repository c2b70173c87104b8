namespace CustomerInsight.Models;

/// <summary>Measures chances on the rows that have one, customers and not their rows being independent.</summary>
internal static class ChurnMeasures
{
    public static ClassificationReport Of(ChurnRows rows, double[] chances)
    {
        int[] measured = [.. Enumerable.Range(0, chances.Length).Where(row => !double.IsNaN(chances[row]))];
        double[] known = Array.ConvertAll(measured, row => chances[row]);
        bool[] labels = Array.ConvertAll(measured, row => rows.Labels[row]);
        string[] customers = Array.ConvertAll(measured, row => rows.Customers[row]);
        ValueList<BaselineScores> baselines = ValueList.From(ChurnBaselines.Of(rows).Select(baseline => baseline with { Scores = Take(baseline.Scores, measured), Probabilities = Take(baseline.Probabilities, measured) }));
        var report = ClassificationReport.Of(known, labels, baselines);
        return customers.Distinct(StringComparer.Ordinal).Count() == customers.Length ? report : Clustered(report, known, labels, customers, baselines);
    }

    /// <summary>The report with the errors of rows of which some are of one customer.</summary>
    public static ClassificationReport Clustered(ClassificationReport report, double[] chances, bool[] labels, string[] customers, ValueList<BaselineScores> baselines)
    {
        var clusters = new ClusteredDeLong(labels, customers);
        var model = DeLong.Of(chances, labels);
        return report with
        {
            Roc = model is null ? report.Roc : RocArea.Of(report.Roc.Area, Math.Sqrt(clusters.Covariance(model, model)), report.Roc.Level),
            Baselines = ValueList.From(report.Baselines.Select(compared => compared with
            {
                Roc = RocComparison.Of(model, DeLong.Of(baselines.FirstOrDefault(baseline => baseline.Name == compared.Baseline) is { } own ? own.Scores.AsSpan() : new double[labels.Length], labels), clusters.Covariance),
            })),
        };
    }

    private static ValueList<double> Take(ValueList<double> values, int[] rows) => values.Count == 0 ? values : ValueList.From(rows.Select(row => values[row]));
}
