namespace CustomerInsight.Models;

/// <summary>The chance of the event by one feature: the share of events among the rows of about the same value.</summary>
internal static class FeatureRule
{
    private const int Bins = 10;

    /// <summary>Learns from the rows of a fold and predicts its others.</summary>
    public static void Predict(IReadOnlyList<double> values, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights, Fold fold, double[] chances)
    {
        double[] known = [.. fold.Train.Select(row => values[row]).Where(static value => !double.IsNaN(value))];
        double[] bounds = known.Length > 0 ? QuantileBins.Bounds(known, Bins) : [];

        // The last part is that of the rows without a value.
        double[] rows = new double[bounds.Length + 2];
        double[] events = new double[rows.Length];
        foreach (int row in fold.Train)
        {
            int part = PartOf(values[row], bounds);
            double weight = weights.IsEmpty ? 1 : weights[row];
            rows[part] += weight;
            events[part] += labels[row] ? weight : 0;
        }

        double rate = events.Sum() / rows.Sum();
        double mean = rows.Sum() / fold.Train.Count;
        foreach (int row in fold.Test)
        {
            int part = PartOf(values[row], bounds);
            chances[row] = (events[part] + (mean * rate)) / (rows[part] + mean);
        }
    }

    private static int PartOf(double value, double[] bounds) => double.IsNaN(value) ? bounds.Length + 1 : QuantileBins.BinOf(value, bounds);
}
