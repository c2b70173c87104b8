using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>Counts customers by their repeat purchases in the calibration, beside what models say.</summary>
internal static class CountFitTable
{
    private const int MostTenures = 4_096;
    private const double SmallestExpected = 5;

    public static ValueList<CountFitRow> Rows(RepeatPattern[] patterns, IReadOnlyList<IPurchaseModel> models, int largest, ParallelOptions parallel)
    {
        int[] actual = new int[largest + 1];
        foreach (RepeatPattern pattern in patterns)
        {
            actual[Math.Min(pattern.Repeats, largest)]++;
        }

        (double Days, int Count)[] tenures = Tenures(patterns);
        double[][] expected = [.. models.Select(model => Expected(model, tenures, patterns.Length, largest, parallel))];
        return ValueList.From(Enumerable.Range(0, largest + 1).Select(n => new CountFitRow(n, n == largest, actual[n], ValueList.From(expected.Select(model => model[n])))));
    }

    public static CountFitTest Test(string name, int parameters, ValueList<CountFitRow> rows, int model)
    {
        double chiSquared = 0;
        int cells = 0;
        double actual = 0;
        double expected = 0;
        double rest = rows.Sum(row => row.Expected[model]);
        foreach (CountFitRow row in rows)
        {
            actual += row.Actual;
            expected += row.Expected[model];
            rest -= row.Expected[model];

            // What is left for the rows to come must be enough for a cell, too; the last takes all.
            if (row.OrMore || (expected >= SmallestExpected && rest >= SmallestExpected))
            {
                chiSquared += expected > 0 ? (actual - expected) * (actual - expected) / expected : 0;
                cells++;
                actual = 0;
                expected = 0;
            }
        }

        int degrees = cells - 1 - parameters;
        return new CountFitTest(name, chiSquared, degrees, degrees > 0 ? SpecialFunctions.GammaUpperRegularized(degrees / 2.0, chiSquared / 2) : null);
    }

    /// <summary>How many customers have each tenure. Where there are very many, neighbours count as of their mean.</summary>
    private static (double Days, int Count)[] Tenures(RepeatPattern[] patterns)
    {
        double[] days = Array.ConvertAll(patterns, static pattern => pattern.TenureDays);
        Array.Sort(days);
        var tenures = new List<(double Days, int Count)>();
        for (int i = 0; i < days.Length;)
        {
            int start = i;
            while (i < days.Length && days[i] == days[start])
            {
                i++;
            }

            tenures.Add((days[start], i - start));
        }

        return tenures.Count <= MostTenures
            ? [.. tenures]
            : [.. tenures.Chunk((tenures.Count + MostTenures - 1) / MostTenures).Select(static chunk =>
            {
                int customers = chunk.Sum(static tenure => tenure.Count);
                return (chunk.Sum(static tenure => tenure.Days * tenure.Count) / customers, customers);
            })];
    }

    private static double[] Expected(IPurchaseModel model, (double Days, int Count)[] tenures, int customers, int largest, ParallelOptions parallel)
    {
        double[] expected = new double[largest + 1];
        double[][] parts = FixedChunks.Run(tenures.Length, 32, parallel, (from, to) =>
        {
            double[] part = new double[largest];
            for (int i = from; i < to; i++)
            {
                for (int n = 0; n < largest; n++)
                {
                    part[n] += tenures[i].Count * model.ProbabilityOf(n, Duration.Days(tenures[i].Days));
                }
            }

            return part;
        });
        double rest = customers;
        for (int n = 0; n < largest; n++)
        {
            expected[n] = parts.Sum(part => part[n]);
            rest -= expected[n];
        }

        expected[largest] = Math.Max(0, rest);
        return expected;
    }
}
