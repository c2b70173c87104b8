namespace CustomerInsight.Models.Tests;

/// <summary>The log partial likelihood by its definition: at each time of events, a loop over all rows.</summary>
internal static class PlainCox
{
    public static double LogLikelihood(SurvivalData data, double[] coefficients, CoxTies ties)
    {
        int rows = data.Features.Rows;
        double Exponent(int row) => data.Features.Row(row).ToArray().Zip(coefficients, static (value, by) => value * by).Sum();
        double Weight(int row) => data.Times.Weights.IsEmpty ? 1 : data.Times.Weights[row];
        int Stratum(int row) => data.Strata.IsEmpty ? 0 : data.Strata[row];
        double Entry(int row) => data.Times.Entries.IsEmpty ? 0 : data.Times.Entries[row];
        double sum = 0;
        foreach (IGrouping<(int Stratum, double Time), int> tie in Enumerable.Range(0, rows).Where(row => data.Times.Ends[row] != 0).GroupBy(row => (Stratum(row), data.Times.Exits[row])))
        {
            int[] dead = [.. tie];
            int[] atRisk = [.. Enumerable.Range(0, rows).Where(row => Stratum(row) == tie.Key.Stratum && Entry(row) < tie.Key.Time && data.Times.Exits[row] >= tie.Key.Time)];
            sum += dead.Sum(row => Weight(row) * Exponent(row));
            double all = atRisk.Sum(row => Weight(row) * Math.Exp(Exponent(row)));
            double tied = dead.Sum(row => Weight(row) * Math.Exp(Exponent(row)));
            if (ties == CoxTies.Exact)
            {
                sum -= Math.Log(Choices(atRisk, dead.Length, 0).Sum(choice => Math.Exp(choice.Sum(Exponent))));
                continue;
            }

            for (int i = 0; i < dead.Length; i++)
            {
                double share = ties == CoxTies.Efron ? i / (double)dead.Length : 0;
                sum -= dead.Average(Weight) * Math.Log(all - (share * tied));
            }
        }

        return sum;
    }

    private static IEnumerable<List<int>> Choices(int[] rows, int count, int from)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (int first = from; first <= rows.Length - count; first++)
        {
            foreach (List<int> rest in Choices(rows, count - 1, first + 1))
            {
                rest.Add(rows[first]);
                yield return rest;
            }
        }
    }
}
