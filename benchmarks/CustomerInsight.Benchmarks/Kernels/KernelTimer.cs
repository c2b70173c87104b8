using System.Diagnostics;
using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>Times the comparators over all pairs of a list of texts, one thread, in one form.</summary>
internal sealed class KernelTimer(string[] texts, BatchPath path, int repetitions)
{
    private readonly TextBatch _batch = TextBatch.Of(texts, path);
    private readonly double[] _similarities = new double[texts.Length];
    private readonly int[] _distances = new int[texts.Length];

    public PathMeasures Measure(CancellationToken cancellationToken) => new(
        Measure(text => _batch.JaroWinklerSimilarities(text, _similarities), SumOfSimilarities, cancellationToken),
        Measure(text => _batch.JaroSimilarities(text, _similarities), SumOfSimilarities, cancellationToken),
        Measure(text => _batch.LevenshteinDistances(text, _distances), SumOfDistances, cancellationToken),
        Measure(text => _batch.OsaDistances(text, _distances), SumOfDistances, cancellationToken));

    /// <summary>Adds all results up, which warms the comparator up, then times it without. A text takes microseconds, so its median is free of what the system did in between.</summary>
    private KernelMeasure Measure(Action<string> compare, Func<double> sum, CancellationToken cancellationToken)
    {
        double checksum = 0;
        foreach (string text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            compare(text);
            checksum += sum();
        }

        long[][] ticks = [.. texts.Select(_ => new long[repetitions])];
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            for (int i = 0; i < texts.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                long start = Stopwatch.GetTimestamp();
                compare(texts[i]);
                ticks[i][repetition] = Stopwatch.GetTimestamp() - start;
            }
        }

        return new KernelMeasure(ticks.Sum(Median) * 1e9 / Stopwatch.Frequency / ((double)texts.Length * texts.Length), checksum);
    }

    private static double Median(long[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2.0;
    }

    private double SumOfSimilarities() => _similarities.Sum();

    private double SumOfDistances() => _distances.Sum(static distance => (long)distance);
}
