namespace CustomerInsight.Matching;

/// <summary>Learns m and the share of matches from patterns of levels, with u fixed.</summary>
/// <remarks>
/// Pairs that are no match come in two kinds: strangers, who agree by chance (u), and different people of one household, who share its
/// address, its phone and often its family name (h, learned here) but agree in what is a person's own by chance. Without the second kind
/// relatives would be taken for matches, and m with them.
/// <para>An iteration costs one pass over the patterns, however many pairs stand behind them. Source: Winkler, "Using the EM algorithm for weight
/// computation in the Fellegi–Sunter model of record linkage", 1988; a third class as in Larsen and Rubin, "Iterative automated record linkage
/// using mixture models", JASA 96, 2001.</para>
/// </remarks>
internal sealed class ExpectationMaximization
{
    private const double StartShare = 0.2;
    private const double Tolerance = 1e-6;

    private readonly PatternCounts _patterns;
    private readonly double[]?[] _u;
    private readonly double _priorStrength;
    private readonly FixedParameters? _known;

    /// <summary>Starts from the built-in expectations.</summary>
    /// <param name="patterns">The patterns to learn from.</param>
    /// <param name="u">u of each comparison, or null of one that takes no part.</param>
    /// <param name="household">Whether each comparison is of what a household shares; none true: matches and strangers only.</param>
    /// <param name="priorStrength">How many observations the built-in expectations are worth.</param>
    /// <param name="known">The m that must not change; null for none.</param>
    public ExpectationMaximization(PatternCounts patterns, double[]?[] u, bool[] household, double priorStrength, FixedParameters? known = null)
    {
        _patterns = patterns;
        _u = u;
        _priorStrength = priorStrength;
        _known = known;
        M = [.. u.Select((levels, i) => levels is null ? null : FixM(i, Expectations.M(levels.Length)))];
        H = [.. u.Select((levels, i) => levels is null || !household[i] ? null : Expectations.M(levels.Length))];

        // A household is told from a match by what is a person's own; without any such comparison there is nothing to tell them apart by.
        HouseholdShare = H.Any(static levels => levels is not null) && u.Where((levels, i) => levels is not null && !household[i]).Any() ? StartShare : 0;
    }

    /// <summary>The share of matches among the pairs.</summary>
    public double Share { get; private set; } = StartShare;

    /// <summary>The share of pairs of different people of one household; 0 where they are not told apart.</summary>
    public double HouseholdShare { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>m of each comparison, or null of one that does not take part.</summary>
    public double[]?[] M { get; }

    /// <summary>h of each comparison, or null of one that does not take part or that a household does not share.</summary>
    public double[]?[] H { get; }

    /// <summary>How many matches showed a value of each comparison: what its m was learned from.</summary>
    public double[] MatchMass { get; private set; } = [];

    /// <summary>How many pairs of one household showed a value of each comparison: what its h was learned from.</summary>
    public double[] HouseholdMass { get; private set; } = [];

    public void Run(int mostIterations, CancellationToken cancellationToken)
    {
        while (!Converged && Iterations < mostIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            Converged = Step() < Tolerance;
        }
    }

    /// <summary>How much, in bits on average, matches differ from strangers in what is a person's own (relative entropy of m to u).</summary>
    public double BitsOfOwn()
    {
        double bits = 0;
        for (int i = 0; i < M.Length; i++)
        {
            if (M[i] is { } m && H[i] is null)
            {
                bits += m.Zip(_u[i]!, static (mine, chance) => mine * Math.Log2(mine / chance)).Sum();
            }
        }

        return bits;
    }

    /// <summary>One round; gives the largest change of any number.</summary>
    private double Step()
    {
        double[]?[] matchSums = Zeros(M);
        double[]?[] householdSums = Zeros(H);
        double matches = 0;
        double households = 0;
        double pairs = 0;
        for (int pattern = 0; pattern < _patterns.Count; pattern++)
        {
            ReadOnlySpan<int> levels = _patterns.Levels(pattern);
            long count = _patterns.PairsOf(pattern);
            (double match, double household) = Probabilities(levels);
            matches += count * match;
            households += count * household;
            pairs += count;
            for (int i = 0; i < _u.Length; i++)
            {
                int level = levels[i];
                if (level == CompiledComparison.Missing)
                {
                    continue;
                }

                if (matchSums[i] is { } matchSum)
                {
                    matchSum[level] += count * match;
                }

                if (householdSums[i] is { } householdSum)
                {
                    householdSum[level] += count * household;
                }
            }
        }

        double change = Math.Max(Math.Abs((matches / pairs) - Share), Math.Abs((households / pairs) - HouseholdShare));
        Share = matches / pairs;
        HouseholdShare = households / pairs;
        MatchMass = [.. matchSums.Select(static sums => sums?.Sum() ?? 0)];
        HouseholdMass = [.. householdSums.Select(static sums => sums?.Sum() ?? 0)];
        return Math.Max(change, Math.Max(Update(M, matchSums, FixM), HouseholdShare > 0 ? Update(H, householdSums, static (_, levels) => levels) : 0));
    }

    /// <summary>How probable it is that a pair with this pattern is a match, and that it is of one household.</summary>
    private (double Match, double Household) Probabilities(ReadOnlySpan<int> levels)
    {
        double match = Share;
        double household = HouseholdShare;
        double stranger = Math.Max(1 - Share - HouseholdShare, 0);
        for (int i = 0; i < _u.Length; i++)
        {
            int level = levels[i];
            if (_u[i] is { } u && level != CompiledComparison.Missing)
            {
                match *= M[i]![level];
                household *= (H[i] ?? u)[level];
                stranger *= u[level];
            }
        }

        double all = match + household + stranger;
        return all > 0 ? (match / all, household / all) : (0, 0);
    }

    private double[] FixM(int comparison, double[] m) => _known?.FixM(comparison, m) ?? m;

    private double Update(double[]?[] parameters, double[]?[] sums, Func<int, double[], double[]> fix)
    {
        double change = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] is { } levels)
            {
                change = Math.Max(change, Update(levels, fix(i, Expectations.Blend(sums[i]!, Expectations.M(levels.Length), _priorStrength))));
            }
        }

        return change;
    }

    private static double Update(double[] levels, double[] updated)
    {
        double change = levels.Zip(updated, static (before, after) => Math.Abs(after - before)).Max();
        updated.CopyTo(levels, 0);
        return change;
    }

    private static double[]?[] Zeros(double[]?[] like) => [.. like.Select(static levels => levels is null ? null : new double[levels.Length])];
}
