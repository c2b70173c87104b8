using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>All pairs that any rule of a survey finds for the anchors, with the rules that find each and how probable a match it is.</summary>
internal sealed class SightedPairs
{
    private const double Least = 1e-12;
    private const double MostShare = 0.5;
    private const int AdjustingRounds = 15;

    private readonly int _words;
    private readonly List<ulong> _found = [];

    private SightedPairs(RuleSighting[] rules, int anchors)
    {
        Rules = rules;
        Anchors = anchors;
        _words = (rules.Length + 63) / 64;
    }

    public RuleSighting[] Rules { get; }

    /// <summary>How many anchors count: fewer than were drawn where their pairs were too many.</summary>
    public int Anchors { get; }

    /// <summary>Each pair once: anchor and other node.</summary>
    public List<(int Anchor, int Node)> Pairs { get; } = [];

    /// <summary>How probable each pair is a match.</summary>
    public double[] Probabilities { get; private set; } = [];

    public ReadOnlySpan<ulong> FoundBy(int pair) => CollectionsMarshal.AsSpan(_found).Slice(pair * _words, _words);

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
        for (int anchors = survey.Anchors.Length; ; anchors /= 2)
        {
            var all = new SightedPairs(rules, anchors);
            if (all.Join(anchors > 1 ? mostPairs : int.MaxValue))
            {
                all.Score(survey.Anchors, nodes, scoring, parallel);
                return all;
            }
        }
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

    private bool Join(int mostPairs)
    {
        var numbers = new Dictionary<ulong, int>();
        for (int rule = 0; rule < Rules.Length; rule++)
        {
            foreach (ulong pair in Rules[rule].Pairs!)
            {
                if (pair >> 32 >= (ulong)Anchors)
                {
                    break;
                }

                ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, pair, out bool known);
                if (!known)
                {
                    if (Pairs.Count == mostPairs)
                    {
                        return false;
                    }

                    number = Pairs.Count;
                    Pairs.Add(((int)(pair >> 32), (int)(uint)pair));
                    for (int i = 0; i < _words; i++)
                    {
                        _found.Add(0);
                    }
                }

                CollectionsMarshal.AsSpan(_found)[(number * _words) + (rule / 64)] |= 1UL << (rule % 64);
            }
        }

        return true;
    }

    private void Score(int[] anchors, MatchNodes nodes, IPairScoring scoring, ParallelOptions parallel)
    {
        const int Chunk = 4096;
        double[] probabilities = new double[Pairs.Count];
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

            Span<double> weights = probabilities.AsSpan(from, count);
            scorer.Weigh(left, right, double.NegativeInfinity, weights);
            foreach (ref double weight in weights)
            {
                weight = 1 / (1 + Math.Pow(2, -weight));
            }

            return scorer;
        }, static _ => { });
        Probabilities = probabilities;
    }
}
