namespace CustomerInsight.Matching;

/// <summary>Learns m and the share of matches from patterns of levels, with u fixed.</summary>
/// <remarks>
/// An iteration costs one pass over the patterns, however many pairs stand behind them.
/// <para>Source: Winkler, "Using the EM algorithm for weight computation in the Fellegi–Sunter model of record linkage", 1988.</para>
/// </remarks>
internal sealed class ExpectationMaximization(PatternCounts patterns, double[]?[] u, double priorStrength)
{
    private const double StartShare = 0.2;
    private const double Tolerance = 1e-6;

    public double Share { get; private set; } = StartShare;

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>m of each comparison, or null of one that does not take part (its u is null).</summary>
    public double[]?[] M { get; } = [.. u.Select(static levels => levels is null ? null : Expectations.M(levels.Length))];

    public void Run(int mostIterations, CancellationToken cancellationToken)
    {
        while (!Converged && Iterations < mostIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            Converged = Step() < Tolerance;
        }
    }

    /// <summary>One round; gives the largest change of any number.</summary>
    private double Step()
    {
        double[]?[] sums = [.. u.Select(static levels => levels is null ? null : new double[levels.Length])];
        double matches = 0;
        double pairs = 0;
        foreach ((ulong code, long count) in patterns.Sorted)
        {
            double weight = count * MatchProbability(code);
            matches += weight;
            pairs += count;
            for (int i = 0; i < sums.Length; i++)
            {
                int level = patterns.Codec.Level(code, i);
                if (sums[i] is { } sum && level != CompiledComparison.Missing)
                {
                    sum[level] += weight;
                }
            }
        }

        double share = matches / pairs;
        double change = Math.Abs(share - Share);
        Share = share;
        for (int i = 0; i < sums.Length; i++)
        {
            if (sums[i] is { } sum)
            {
                change = Math.Max(change, Update(M[i]!, sum));
            }
        }

        return change;
    }

    private double MatchProbability(ulong code)
    {
        double ratio = Share / (1 - Share);
        for (int i = 0; i < u.Length; i++)
        {
            int level = patterns.Codec.Level(code, i);
            if (u[i] is { } levels && level != CompiledComparison.Missing)
            {
                ratio *= M[i]![level] / levels[level];
            }
        }

        return double.IsPositiveInfinity(ratio) ? 1 : ratio / (1 + ratio);
    }

    private double Update(double[] m, double[] sums)
    {
        double[] expected = Expectations.M(m.Length);
        double total = sums.Sum() + priorStrength;
        double change = 0;
        for (int level = 0; level < m.Length && total > 0; level++)
        {
            double updated = Math.Max((sums[level] + (priorStrength * expected[level])) / total, double.Epsilon);
            change = Math.Max(change, Math.Abs(updated - m[level]));
            m[level] = updated;
        }

        return change;
    }
}
