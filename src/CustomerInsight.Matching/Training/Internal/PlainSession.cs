namespace CustomerInsight.Matching;

/// <summary>A training session as Splink runs it: matches and others, u fixed, m and the share of matches learned from where earlier sessions left them.</summary>
/// <remarks><para>Source: Linacre et al., "Splink: Free software for probabilistic record linkage at scale", IJPDS 7(3), 2022, and its version 4.</para></remarks>
internal sealed class PlainSession
{
    /// <summary>What stands for a level that no pair of the session shows.</summary>
    private const double Unobserved = 1e-6;

    private readonly PatternCounts _patterns;
    private readonly double[]?[] _u;
    private readonly FixedParameters _known;
    private readonly double _priorStrength;

    /// <param name="patterns">The pairs of the session's rule.</param>
    /// <param name="u">u of each comparison, or null of one that takes no part.</param>
    /// <param name="m">m of each comparison to begin with.</param>
    /// <param name="share">The share of matches to begin with.</param>
    /// <param name="known">The m that must not change.</param>
    /// <param name="priorStrength">How many observations the built-in expectations are worth.</param>
    public PlainSession(PatternCounts patterns, double[]?[] u, double[][] m, double share, FixedParameters known, double priorStrength)
    {
        _patterns = patterns;
        _u = u;
        _known = known;
        _priorStrength = priorStrength;
        Share = share;
        M = [.. u.Select((levels, i) => levels is null ? null : m[i])];
        Matches = [.. u.Select(static levels => levels is null ? null : new double[levels.Length])];
    }

    public double Share { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public double[]?[] M { get; }

    /// <summary>How many matches are expected at each level.</summary>
    public double[]?[] Matches { get; private set; }

    public void Run(int mostIterations, double tolerance, CancellationToken cancellationToken)
    {
        while (!Converged && Iterations < mostIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            Converged = Step() < tolerance;
        }
    }

    private double Step()
    {
        double[]?[] sums = [.. _u.Select(static levels => levels is null ? null : new double[levels.Length])];
        double matches = 0;
        for (int pattern = 0; pattern < _patterns.Count; pattern++)
        {
            ReadOnlySpan<int> levels = _patterns.Levels(pattern);
            double expected = _patterns.PairsOf(pattern) * Probability(levels);
            matches += expected;
            for (int i = 0; i < sums.Length; i++)
            {
                if (sums[i] is { } sum && levels[i] != CompiledComparison.Missing)
                {
                    sum[levels[i]] += expected;
                }
            }
        }

        Matches = sums;
        double change = Math.Abs((matches / _patterns.Pairs) - Share);
        Share = matches / _patterns.Pairs;
        for (int i = 0; i < sums.Length; i++)
        {
            if (sums[i] is { } sum && sum.Sum() > 0)
            {
                double[] updated = _known.FixM(i, Shares(sum));
                change = Math.Max(change, M[i]!.Zip(updated, static (before, after) => Math.Abs(after - before)).Max());
                M[i] = updated;
            }
        }

        return change;
    }

    private double Probability(ReadOnlySpan<int> levels)
    {
        double match = Share;
        double other = 1 - Share;
        for (int i = 0; i < _u.Length; i++)
        {
            if (_u[i] is { } u && levels[i] != CompiledComparison.Missing)
            {
                match *= M[i]![levels[i]];
                other *= u[levels[i]];
            }
        }

        return match + other > 0 ? match / (match + other) : 0;
    }

    private double[] Shares(double[] sums)
    {
        if (_priorStrength > 0)
        {
            return Expectations.Blend(sums, Expectations.M(sums.Length), _priorStrength);
        }

        double total = sums.Sum();
        return [.. sums.Select(sum => sum > 0 ? sum / total : Unobserved)];
    }
}
