namespace CustomerInsight.Models;

/// <summary>Customers in groups of like foretold chances, and what came of each group.</summary>
internal static class SurvivalCalibration
{
    public static ValueList<SurvivalCalibrationRow> Of(SurvivalTimes times, double[] foretold, double horizon, int groups)
    {
        double[] sorted = (double[])foretold.Clone();
        int[] order = [.. Enumerable.Range(0, foretold.Length)];
        Array.Sort(sorted, order);
        var rows = new List<SurvivalCalibrationRow>();
        int from = 0;
        for (int group = 1; group <= groups && from < sorted.Length; group++)
        {
            // Customers with the same chance stay together, or their order would decide who is in which group.
            int to = (int)((long)sorted.Length * group / groups);
            while (to > from && to < sorted.Length && sorted[to] == sorted[to - 1])
            {
                to++;
            }

            if (to > from)
            {
                rows.Add(Row(times.Take(order.AsSpan(from, to - from)), sorted.AsSpan(from, to - from), horizon));
                from = to;
            }
        }

        return ValueList.From(rows);
    }

    private static SurvivalCalibrationRow Row(SurvivalTimes times, ReadOnlySpan<double> foretold, double horizon)
    {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < foretold.Length; row++)
        {
            double weight = times.Weights.IsEmpty ? 1 : times.Weights[row];
            sum += weight * foretold[row];
            weights += weight;
        }

        SurvivalPoint observed = KaplanMeier.Estimate(times).At(horizon);
        return new SurvivalCalibrationRow(foretold.Length, sum / weights, observed.Survival, observed.Low, observed.High);
    }
}
