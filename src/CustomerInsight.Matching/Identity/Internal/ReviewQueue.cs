namespace CustomerInsight.Matching;

/// <summary>Finds the pairs most worth a look: those where most pairs of records are expected to be wrong.</summary>
/// <remarks>
/// Apart, a pair of probability p stands for p · |A| · |B| pairs of records that belong together, A and B being the two profiles. Together, a content whose strongest pair in its profile has
/// probability p stands for (1 − p) · its records · the others. Goes through what is there without holding up the writer.
/// </remarks>
internal static class ReviewQueue
{
    // Below it a person's look is not worth its time: out of two hundred and more, one is a match.
    private const double LeastWorth = 0.005;

    public static List<ReviewPair> Find(Generation generation, int most, CancellationToken cancellationToken)
    {
        var best = new PriorityQueue<ReviewPair, (double, long)>();
        var seen = new Dictionary<(long, long), double>();
        for (int number = 0; number < generation.Contents.Contents.Count; number++)
        {
            if ((number & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (generation.Contents.Contents[number] is { } content)
            {
                Look(generation.Model, content, pair => Add(pair));
            }
        }

        // Of two profiles the worthiest pair, wherever it came.
        var found = new List<ReviewPair>();
        while (best.TryDequeue(out ReviewPair pair, out _))
        {
            found.Add(pair);
        }

        found.Reverse();
        return [.. found.DistinctBy(ProfilesOf).Take(most)];

        void Add(ReviewPair pair)
        {
            (long, long) profiles = ProfilesOf(pair);
            if (pair.Worth < LeastWorth || seen.GetValueOrDefault(profiles) >= pair.Worth)
            {
                return;
            }

            seen[profiles] = pair.Worth;
            best.Enqueue(pair, (pair.Worth, -pair.Left.Number));

            // Some profiles come more than once, so more are kept than asked for.
            if (best.Count > most * 4)
            {
                best.Dequeue();
            }
        }
    }

    private static (long, long) ProfilesOf(ReviewPair pair)
    {
        long left = pair.Left.First?.Profile?.Id.Value ?? 0;
        long right = pair.Right.First?.Profile?.Id.Value ?? 0;
        return (Math.Min(left, right), Math.Max(left, right));
    }

    private static void Look(GraphModel model, LiveContent content, Action<ReviewPair> add)
    {
        if (content is not { Said: not null, First: { Profile: { } own } first })
        {
            return;
        }

        double strongest = 0;
        LiveContent? nearest = null;
        foreach (KeptLink link in content.Links)
        {
            if (link.Other is not { Said: not null, First: { Profile: { } other } across })
            {
                continue;
            }

            double probability = link.MatchRule == PairRules.None ? MatchWeight.ToProbability(link.Weight) : 1;
            if (ReferenceEquals(own, other))
            {
                (strongest, nearest) = probability > strongest ? (probability, link.Other) : (strongest, nearest);
            }
            else if (link.Other.Number > content.Number && !IsDecided(own, other))
            {
                add(new ReviewPair(link.IsAccepted(model.LinkWeight) ? ReviewKind.KeptApart : ReviewKind.PossibleMatch, content, link.Other, probability * own.Records.Length * other.Records.Length));
            }
        }

        if (nearest is not null && !IsDecided(first))
        {
            add(new ReviewPair(ReviewKind.WeakLink, content, nearest, (1 - strongest) * content.Count * Math.Max(1, own.Records.Length - content.Count)));
        }
    }

    /// <summary>Whether a person said that records of two profiles are different.</summary>
    private static bool IsDecided(LiveProfile left, LiveProfile right)
    {
        foreach (LiveRecord record in left.Records)
        {
            if (record.Assertions is { } assertions && assertions.Exists(assertion => assertion.Kind == AssertionKind.Different && assertion.Across(record).Any(other => ReferenceEquals(other.Profile, right))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDecided(LiveRecord record) => record.Assertions is { } assertions && assertions.Exists(static assertion => assertion.Kind == AssertionKind.Same);
}
