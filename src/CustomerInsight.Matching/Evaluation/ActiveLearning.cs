namespace CustomerInsight.Matching;

/// <summary>Says which pairs to label next: those the model is least sure of, and of each way in which two records compare one before a second of any.</summary>
/// <remarks>
/// Uncertainty sampling over a short list, spread over the comparison patterns so that a hundred pairs alike are not asked a hundred times.
/// <para>Source: Settles, "Active Learning Literature Survey", University of Wisconsin 2009, sections 3.1 and 3.6 (uncertainty weighed with diversity).</para>
/// </remarks>
public static class ActiveLearning
{
    private const int LookedAtForEach = 20;
    private const int FewestLookedAt = 1_000;

    /// <summary>Chooses pairs to label.</summary>
    /// <param name="result">What matching found.</param>
    /// <param name="count">How many pairs at most; not negative.</param>
    /// <param name="skip">Says which pairs not to suggest, since they are labelled already; null where none is.</param>
    /// <returns>The pairs, the most telling first; ties go by the positions of the records. Cost O(kept pairs · log).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IReadOnlyList<LabelSuggestion> Next(MatchResult result, int count, Func<ScoredPair, bool>? skip = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        IPairScorer scorer = result.CreateScorer();
        (string Pattern, ScoredPair Pair)[] looked =
        [
            .. LeastSure(result)
                .Where(pair => skip is null || !skip(pair))
                .Take((int)Math.Max(FewestLookedAt, Math.Min((long)count * LookedAtForEach, int.MaxValue)))
                .Select(pair => (Pattern(scorer.Explain(pair.Left, pair.Right)), pair)),
        ];
        ScoredPair[][] patterns = [.. looked.GroupBy(static one => one.Pattern, static one => one.Pair, StringComparer.Ordinal).Select(static group => group.ToArray())];
        string[] names = [.. looked.Select(static one => one.Pattern).Distinct(StringComparer.Ordinal)];
        var chosen = new List<LabelSuggestion>();
        for (int round = 0; chosen.Count < Math.Min(count, looked.Length); round++)
        {
            for (int i = 0; i < patterns.Length && chosen.Count < count; i++)
            {
                if (round < patterns[i].Length)
                {
                    chosen.Add(new LabelSuggestion(patterns[i][round], names[i], patterns[i].Length));
                }
            }
        }

        return chosen;
    }

    /// <summary>The kept pairs from the least sure on: probability ½ is 0 bits.</summary>
    private static IEnumerable<ScoredPair> LeastSure(MatchResult result)
    {
        (double Bits, int Pair)[] order = new (double, int)[result.Pairs.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = (Math.Abs(result.Pairs.Nodes[i].Weight), i);
        }

        Array.Sort(order);
        return order.Select(one => result.Pairs[one.Pair]);
    }

    private static string Pattern(PairEvidence evidence) => string.Join("; ", evidence.Evidence.Select(static line => $"{line.Comparison}: {line.Level}"));
}
