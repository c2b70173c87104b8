namespace CustomerInsight.Matching;

/// <summary>All pairs as a mixture of matches, different people of one household, and strangers. m stays as it was learned; all else is learned from all pairs.</summary>
/// <remarks>
/// <para>Source: expectation maximisation as in Larsen and Rubin, "Iterative automated record linkage using mixture models", JASA 96, 2001.</para>
/// </remarks>
internal sealed class PairMixture
{
    private const double Tolerance = 1e-4;
    private const double MostShare = 0.999;

    private readonly WeightedPatterns _patterns;
    private readonly double[][] _m;
    private readonly double[]?[] _expectedH;
    private readonly double _priorStrength;
    private readonly double[] _stranger;

    public PairMixture(WeightedPatterns patterns, MatchModel model, bool[] twins)
    {
        _patterns = patterns;
        _priorStrength = model.PriorStrength;
        _stranger = new double[patterns.Count];
        _m = [.. model.Comparisons.Select(static comparison => comparison.Levels.Select(static level => level.M).ToArray())];
        double[][] u = [.. model.Comparisons.Select(static comparison => comparison.Levels.Select(static level => level.U).ToArray())];
        Strangers = new ChanceNetwork(patterns, u);

        // Twins are few: their shares start from chance.
        _expectedH = [.. model.Comparisons.Select((comparison, i) => comparison.Levels[0].H is null ? (twins[i] ? [.. u[i]] : null) : comparison.Levels.Select(static level => level.H!.Value).ToArray())];
        H = [.. _expectedH.Select(static levels => levels?.ToArray())];
        MatchShare = model.MatchShare;
        HouseholdShare = model.HouseholdShare;
    }

    public double MatchShare { get; private set; }

    public double HouseholdShare { get; private set; }

    /// <summary>How many matches are expected among the pairs that blocking finds.</summary>
    public double MatchesFound { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public ChanceNetwork Strangers { get; }

    /// <summary>h of each comparison that a household or twins share, else null.</summary>
    public double[]?[] H { get; }

    /// <summary>Learns until the expected number of matches has settled.</summary>
    public void Run(int mostIterations, CancellationToken cancellationToken)
    {
        Converged = false;
        for (int i = 0; i < mostIterations && !Converged; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            double before = MatchesFound;
            Step();
            Converged = Math.Abs(MatchesFound - before) <= Tolerance * MatchesFound;
        }
    }

    /// <summary>Chooses anew what depends on what.</summary>
    public void ChooseDependences() => Strangers.Choose(_stranger);

    private void Step()
    {
        double[]?[] households = [.. H.Select(static levels => levels is null ? null : new double[levels.Length])];
        double matches = 0;
        double household = 0;
        MatchesFound = 0;
        for (int pattern = 0; pattern < _patterns.Count; pattern++)
        {
            ReadOnlySpan<int> levels = _patterns.Levels(pattern);
            double pairs = _patterns.PairsOf(pattern);
            (double match, double shared) = Probabilities(levels);
            _stranger[pattern] = Math.Max(1 - match - shared, 0);
            matches += pairs * match;
            household += pairs * shared;

            // Pairs that stand for hundreds of thousands are no basis to learn a rare class from.
            if (_patterns.IsFound(pattern))
            {
                MatchesFound += pairs * match;
                for (int i = 0; i < households.Length; i++)
                {
                    if (households[i] is { } sums && levels[i] != CompiledComparison.Missing)
                    {
                        sums[levels[i]] += pairs * shared;
                    }
                }
            }
        }

        // Half a match at least: that none was seen does not make the next one impossible.
        MatchShare = Math.Min(Math.Max(matches, 0.5) / _patterns.Total, MostShare);
        HouseholdShare = Math.Min(household / _patterns.Total, MostShare - MatchShare);
        Strangers.Learn(_stranger);
        for (int i = 0; i < households.Length && HouseholdShare > 0; i++)
        {
            if (households[i] is { } sums)
            {
                H[i] = Expectations.Blend(sums, _expectedH[i]!, _priorStrength);
            }
        }
    }

    private (double Match, double Household) Probabilities(ReadOnlySpan<int> levels)
    {
        double match = MatchShare;
        double household = HouseholdShare;
        for (int i = 0; i < _m.Length; i++)
        {
            int level = levels[i];
            if (level != CompiledComparison.Missing)
            {
                match *= _m[i][level];
                household *= (H[i] ?? Strangers.U[i])[level];
            }
        }

        double all = match + household + (Math.Max(1 - MatchShare - HouseholdShare, 0) * Strangers.Share(levels));
        return all > 0 ? (match / all, household / all) : (0, 0);
    }
}
