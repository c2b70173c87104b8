namespace CustomerInsight.Matching;

/// <summary>All pairs that any rule of a survey finds for the anchors, with the rules that find each and how probable a match it is.</summary>
internal sealed class SightedPairs
{
    private const double Least = 1e-12;
    private const double MostShare = 0.5;
    private const int AdjustingRounds = 15;

    private readonly int _words;
    private readonly ulong[] _found;

    private SightedPairs(RuleSighting[] rules, int anchors, (int Anchor, int Node)[] pairs, ulong[] found)
    {
        Rules = rules;
        Anchors = anchors;
        Pairs = pairs;
        Probabilities = new double[pairs.Length];
        _found = found;
        _words = WordsOf(rules);
    }

    public RuleSighting[] Rules { get; }

    /// <summary>How many anchors count: fewer than were drawn where their pairs were too many.</summary>
    public int Anchors { get; }

    /// <summary>Each pair once, by rising anchor, then node.</summary>
    public IReadOnlyList<(int Anchor, int Node)> Pairs { get; }

    /// <summary>How probable each pair is a match.</summary>
    public double[] Probabilities { get; }

    public ReadOnlySpan<ulong> FoundBy(int pair) => _found.AsSpan(pair * _words, _words);

    public bool IsFoundBy(int pair, int rule) => (FoundBy(pair)[rule / 64] & (1UL << (rule % 64))) != 0;

    /// <summary>Puts the rules' pairs together and scores each once.</summary>
    /// <param name="survey">Where the pairs come from.</param>
    /// <param name="sightings">The rules; those that are too wide are passed over.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="scoring">Says how probable a pair is a match.</param>
    /// <param name="mostPairs">For more pairs than this half the anchors are dropped, and half again.</param>
    /// <param name="parallel">How many threads it may use, and what stops it.</param>
    public static SightedPairs Of(RuleSurvey survey, IEnumerable<RuleSighting> sightings, MatchNodes nodes, IPairScoring scoring, int mostPairs, ParallelOptions parallel)
    {
        RuleSighting[] rules = [.. sightings.Where(static sighting => sighting.Pairs is not null)];
        ulong[][] sightingsOf = ByAnchor(rules, survey.Anchors.Length, parallel);
        int anchors = survey.Anchors.Length;
        int[] counts = [.. sightingsOf.Select(static own => CountPairs(own))];
        while (anchors > 1 && counts.Take(anchors).Sum(static count => (long)count) > mostPairs)
        {
            anchors /= 2;
        }

        SightedPairs all = Join(rules, sightingsOf.AsSpan(0, anchors), counts.Take(anchors).Sum());
        all.Score(survey.Anchors, nodes, scoring, parallel);
        return all;
    }

    /// <summary>
    /// Sets the share of matches right: nearly all matches of the anchors are among their pairs, so that how many those are, by the model's own
    /// weights, says how rare matches are, which the model so far knows from strict rules only (EM for the share alone).
    /// </summary>
    /// <param name="share">The model's share of matches among all pairs.</param>
    /// <param name="nodes">The nodes: how many each may meet on average.</param>
    public void AdjustTo(double share, MatchNodes nodes)
    {
        double all = Anchors * Math.Max(1, 2.0 * nodes.Pairs / nodes.Count);
        double start = Math.Log(share / (1 - share));
        double[] odds = [.. Probabilities.Select(static probability => Math.Log(Math.Clamp(probability, Least, 1 - Least) / (1 - Math.Clamp(probability, Least, 1 - Least))))];
        for (int round = 0; round < AdjustingRounds; round++)
        {
            double shift = Math.Log(share / (1 - share)) - start;
            for (int pair = 0; pair < odds.Length; pair++)
            {
                Probabilities[pair] = 1 / (1 + Math.Exp(-(odds[pair] + shift)));
            }

            share = Math.Clamp(Probabilities.Sum() / all, Least, MostShare);
        }
    }

    private static int WordsOf(RuleSighting[] rules) => (rules.Length + 63) / 64;

    /// <summary>For each anchor what the rules find, rising: the node in the upper half, the rule's position in the lower.</summary>
    private static ulong[][] ByAnchor(RuleSighting[] rules, int anchors, ParallelOptions parallel)
    {
        int[] counts = new int[anchors];
        foreach (RuleSighting rule in rules)
        {
            foreach (ulong pair in rule.Pairs!)
            {
                counts[(int)(pair >> 32)]++;
            }
        }

        ulong[][] own = [.. counts.Select(static count => new ulong[count])];
        for (int rule = 0; rule < rules.Length; rule++)
        {
            foreach (ulong pair in rules[rule].Pairs!)
            {
                int anchor = (int)(pair >> 32);
                own[anchor][--counts[anchor]] = (pair << 32) | (uint)rule;
            }
        }

        Parallel.For(0, anchors, parallel, anchor => Array.Sort(own[anchor]));
        return own;
    }

    private static int CountPairs(ulong[] sightings)
    {
        int count = 0;
        for (int i = 0; i < sightings.Length; i++)
        {
            count += i == 0 || sightings[i] >> 32 != sightings[i - 1] >> 32 ? 1 : 0;
        }

        return count;
    }

    private static SightedPairs Join(RuleSighting[] rules, ReadOnlySpan<ulong[]> sightingsOf, int count)
    {
        int words = WordsOf(rules);
        var pairs = new (int Anchor, int Node)[count];
        ulong[] found = new ulong[(long)count * words];
        int last = -1;
        for (int anchor = 0; anchor < sightingsOf.Length; anchor++)
        {
            foreach (ulong sighting in sightingsOf[anchor])
            {
                int node = (int)(sighting >> 32);
                int rule = (int)(uint)sighting;
                if (last < 0 || pairs[last] != (anchor, node))
                {
                    pairs[++last] = (anchor, node);
                }

                found[(last * words) + (rule / 64)] |= 1UL << (rule % 64);
            }
        }

        return new SightedPairs(rules, sightingsOf.Length, pairs, found);
    }

    private void Score(int[] anchors, MatchNodes nodes, IPairScoring scoring, ParallelOptions parallel)
    {
        const int Chunk = 4096;
        Parallel.For(0, (Pairs.Count + Chunk - 1) / Chunk, parallel, scoring.CreateScorer, (chunk, _, scorer) =>
        {
            int from = chunk * Chunk;
            int count = Math.Min(Pairs.Count - from, Chunk);
            int[] left = new int[count];
            int[] right = new int[count];
            for (int i = 0; i < count; i++)
            {
                (int anchor, int node) = Pairs[from + i];
                left[i] = nodes.Representative(Math.Min(anchors[anchor], node));
                right[i] = nodes.Representative(Math.Max(anchors[anchor], node));
            }

            double[] weights = new double[count];
            scorer.Weigh(left, right, double.NegativeInfinity, weights);
            for (int i = 0; i < count; i++)
            {
                Probabilities[from + i] = 1 / (1 + Math.Pow(2, -weights[i]));
            }

            return scorer;
        }, static _ => { });
    }
}
