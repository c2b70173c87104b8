using System.Numerics;

namespace CustomerInsight.Matching;

/// <summary>Chooses rules that together find as many matches as the budget of pairs allows.</summary>
/// <remarks>
/// Greedy weighted maximum coverage: again and again the rule with the most new matches for each new pair. <para>Source: Khuller, Moss, Naor,
/// "The budgeted maximum coverage problem", Information Processing Letters 70(1), 1999; for blocking, Bilenko, Kamath, Mooney, "Adaptive
/// blocking: learning to scale up record linkage", ICDM 2006, here with the model's own probabilities for labels.</para>
/// </remarks>
internal sealed class RuleCover
{
    private const int MostRules = 40;
    private const double FewestMatches = 1;
    private const double LeastGain = 0.0005;

    // What a rule costs by being there, in pairs a record: its keys are made and its blocks held.
    private const double OwnCost = 0.5;

    private readonly SightedPairs _sighted;
    private readonly double _least;
    private readonly double[] _newMatches;
    private readonly long[] _newPairs;
    private readonly bool[] _covered;

    public RuleCover(SightedPairs sighted, double leastProbability)
    {
        _sighted = sighted;
        _least = leastProbability;
        _covered = new bool[sighted.Pairs.Count];
        _newMatches = new double[sighted.Rules.Length];
        _newPairs = new long[sighted.Rules.Length];
        for (int pair = 0; pair < _covered.Length; pair++)
        {
            Add(pair, 1);
            Matches += Match(pair);
        }
    }

    /// <summary>How many matches all rules together find, in expectation.</summary>
    public double Matches { get; }

    /// <summary>Chooses; the most worthwhile rule comes first.</summary>
    /// <param name="taken">Rules that are used in any case.</param>
    /// <param name="pairsPerRecord">The budget, in distinct pairs a record.</param>
    public List<int> Choose(IEnumerable<int> taken, double pairsPerRecord)
    {
        double left = pairsPerRecord * 2 * _sighted.Anchors;
        foreach (int rule in taken)
        {
            left -= _newPairs[rule];
            Take(rule);
        }

        var chosen = new List<int>();
        double fewest = Math.Max(FewestMatches, LeastGain * Matches);
        while (chosen.Count < MostRules)
        {
            int best = -1;
            double most = 0;
            for (int rule = 0; rule < _newMatches.Length; rule++)
            {
                double gain = _newMatches[rule] / (_newPairs[rule] + (OwnCost * 2 * _sighted.Anchors));
                if (_newMatches[rule] >= fewest && _newPairs[rule] <= left && gain > most)
                {
                    best = rule;
                    most = gain;
                }
            }

            if (best < 0)
            {
                break;
            }

            left -= _newPairs[best];
            chosen.Add(best);
            Take(best);
        }

        return chosen;
    }

    private double Match(int pair) => _sighted.Probabilities[pair] >= _least ? _sighted.Probabilities[pair] : 0;

    private void Take(int rule)
    {
        for (int pair = 0; pair < _covered.Length; pair++)
        {
            if (!_covered[pair] && _sighted.IsFoundBy(pair, rule))
            {
                _covered[pair] = true;
                Add(pair, -1);
            }
        }
    }

    private void Add(int pair, int sign)
    {
        double match = Match(pair);
        ReadOnlySpan<ulong> found = _sighted.FoundBy(pair);
        for (int word = 0; word < found.Length; word++)
        {
            for (ulong bits = found[word]; bits != 0; bits &= bits - 1)
            {
                int rule = (word * 64) + BitOperations.TrailingZeroCount(bits);
                _newMatches[rule] += sign * match;
                _newPairs[rule] += sign;
            }
        }
    }
}
