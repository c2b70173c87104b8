namespace CustomerInsight.Models;

/// <summary>The area under the ROC curve at a time.</summary>
internal static class AreaUnderCurve
{
    public static double At(SurvivalTimes times, ReadOnlySpan<double> risk, double time, CensoringWeights watched)
    {
        double[] risks = risk.ToArray();
        int[] order = [.. Enumerable.Range(0, risks.Length)];
        Array.Sort(risks, order);
        double below = 0;
        double gone = 0;
        double ordered = 0;
        for (int from = 0, to; from < order.Length; from = to)
        {
            double goneHere = 0;
            double thereHere = 0;
            for (to = from; to < order.Length && risks[to] == risks[from]; to++)
            {
                int row = order[to];
                double weight = times.Weights.IsEmpty ? 1 : times.Weights[row];
                if (times.Exits[row] > time)
                {
                    thereHere += weight;
                }
                else if (times.Ends[row] != SurvivalTimes.Censored)
                {
                    double chance = watched.Before(times.Exits[row]);
                    if (chance <= 0)
                    {
                        return double.NaN;
                    }

                    goneHere += weight / chance;
                }
            }

            ordered += goneHere * (below + (thereHere / 2));
            below += thereHere;
            gone += goneHere;
        }

        return ordered / (gone * below);
    }
}
