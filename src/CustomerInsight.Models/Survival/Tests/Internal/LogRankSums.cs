using MathNet.Numerics.LinearAlgebra;

namespace CustomerInsight.Models;

/// <summary>Observed and expected events of groups, summed over times and strata, and how these differences scatter.</summary>
internal sealed class LogRankSums(IReadOnlyList<string> groups)
{
    // Of the largest variance: a group whose differences scatter less cannot have had an event.
    private const double Rounding = 1e-12;

    private readonly double[,] _variance = new double[groups.Count, groups.Count];

    public double[] Observed { get; } = new double[groups.Count];

    public double[] Expected { get; } = new double[groups.Count];

    /// <summary>Adds a stratum.</summary>
    /// <param name="tables">Those of the groups, null where a group has no rows in it.</param>
    /// <param name="all">That of all rows.</param>
    /// <param name="counts">The same as numbers of rows, by which is corrected for how few they are.</param>
    /// <param name="weights">The weight of each time.</param>
    public void Add(RiskTable?[] tables, RiskTable all, RiskTable counts, LogRankWeights weights)
    {
        int[] steps = [.. Enumerable.Range(0, all.Times.Length).Where(step => all.Events[step] > 0)];
        double[] times = Array.ConvertAll(steps, step => all.Times[step]);
        double[] weight = Weights(all, counts, steps, weights);
        double[]?[] atRisk = Array.ConvertAll(tables, table => table?.AtRiskAt(times));
        int[] own = new int[tables.Length];
        double[] shares = new double[tables.Length];
        for (int i = 0; i < times.Length; i++)
        {
            double risk = all.AtRisk[steps[i]];
            double events = all.Events[steps[i]];
            for (int g = 0; g < tables.Length; g++)
            {
                if (tables[g] is not { } table)
                {
                    continue;
                }

                shares[g] = atRisk[g]![i] / risk;
                Observed[g] += weight[i] * EventsAt(table, times[i], ref own[g]);
                Expected[g] += weight[i] * (events * shares[g]);
            }

            double rows = counts.AtRisk[steps[i]];
            if (rows > 1)
            {
                AddVariance(shares, weight[i] * weight[i] * events * (counts.Left(steps[i], counts.Events[steps[i]]) / (rows - 1)));
            }

            Array.Clear(shares);
        }
    }

    /// <summary>Gives the quadratic form of the differences, and how many of them are free.</summary>
    public (double ChiSquared, int Degrees) Statistic()
    {
        double largest = 0;
        for (int g = 0; g < groups.Count; g++)
        {
            largest = Math.Max(largest, _variance[g, g]);
        }

        // The differences sum to 0, so one of them follows from the others.
        int[] free = [.. Enumerable.Range(0, groups.Count).Where(g => _variance[g, g] > Rounding * largest).Skip(1)];
        if (free.Length == 0)
        {
            return (0, 0);
        }

        Vector<double> difference = Vector<double>.Build.Dense(free.Length, i => Observed[free[i]] - Expected[free[i]]);
        Matrix<double> variance = Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => _variance[free[i], free[j]]);

        // Groups that are nowhere at risk together leave further differences fixed; the generalised inverse passes these over.
        var parts = variance.Svd();
        double sum = 0;
        int degrees = 0;
        Vector<double> turned = parts.U.TransposeThisAndMultiply(difference);
        for (int i = 0; i < free.Length; i++)
        {
            if (parts.S[i] > Rounding * largest)
            {
                sum += turned[i] * turned[i] / parts.S[i];
                degrees++;
            }
        }

        return (sum, degrees);
    }

    private static double[] Weights(RiskTable all, RiskTable counts, int[] steps, LogRankWeights weights)
    {
        double[] result = new double[steps.Length];
        double survival = 1;
        double peto = 1;
        for (int i = 0; i < steps.Length; i++)
        {
            double risk = all.AtRisk[steps[i]];
            double events = all.Events[steps[i]];
            double rows = counts.AtRisk[steps[i]];
            peto *= 1 - (events / risk * (rows / (rows + 1)));
            result[i] = weights.Kind switch
            {
                LogRankKind.Wilcoxon => risk,
                LogRankKind.TaroneWare => Math.Sqrt(risk),
                LogRankKind.PetoPeto => peto,
                LogRankKind.FlemingHarrington => Math.Pow(survival, weights.Early) * Math.Pow(1 - survival, weights.Late),
                _ => 1,
            };
            survival *= all.Left(steps[i], events) / risk;
        }

        return result;
    }

    private static double EventsAt(RiskTable table, double time, ref int own)
    {
        while (own < table.Times.Length && table.Times[own] < time)
        {
            own++;
        }

        return own < table.Times.Length && table.Times[own] == time ? table.Events[own] : 0;
    }

    private void AddVariance(double[] shares, double size)
    {
        for (int g = 0; g < shares.Length; g++)
        {
            for (int h = 0; h < shares.Length; h++)
            {
                _variance[g, h] += size * shares[g] * ((g == h ? 1 : 0) - shares[h]);
            }
        }
    }
}
