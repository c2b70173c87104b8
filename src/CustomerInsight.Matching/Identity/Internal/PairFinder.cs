using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Finds and weighs the pairs that a content makes with those of a graph. One thread each.</summary>
internal sealed class PairFinder(GraphModel model)
{
    private const int RuleBits = 16;

    private readonly ContentReader _reader = model.CreateReader();
    private readonly ContentKeys _keys = model.CreateKeys();
    private readonly DirectRules _rules = model.CreateRules();
    private readonly List<BlockKey> _found = [];
    private readonly List<int> _contents = [];
    private readonly List<long> _candidates = [];

    public DirectScorer Scorer { get; } = model.CreateScorer();

    /// <summary>A key of a rule as the graph's blocks know it.</summary>
    public static ulong Stored(BlockKey key) => StableHash.Combine(key.Key, (ulong)key.Rule + 1);

    public RecordContent Read(SourceRecord record) => _reader.Read(record);

    public BlockKey[] Keys(RecordContent said)
    {
        _found.Clear();
        _keys.Add(said, _found);
        return [.. _found];
    }

    /// <summary>Reads a record and finds its pairs among those of now.</summary>
    public PreparedRecord Prepare(SourceRecord record, ContentGraph graph)
    {
        RecordContent said = Read(record);
        if (graph.Find(said) is not null)
        {
            return new PreparedRecord(said, [], [], []) { IsKnown = true };
        }

        var prepared = new PreparedRecord(said, Keys(said), [], []);
        Compare(prepared, graph);
        return prepared;
    }

    /// <summary>Compares with those that have not been compared; gives how many.</summary>
    public int Compare(PreparedRecord prepared, ContentGraph graph)
    {
        Candidates(prepared.Keys, graph);
        int known = prepared.Compared.Count;
        int before = known;
        Span<long> candidates = CollectionsMarshal.AsSpan(_candidates);
        foreach (long candidate in candidates)
        {
            // Far apart in memory: asked for together, they come in the time of a few.
            graph.Contents[(int)(candidate >> RuleBits)]?.Said.Touch();
        }

        for (int at = 0; at < candidates.Length;)
        {
            int number = (int)(candidates[at] >> RuleBits);
            int from = at;
            while (at < candidates.Length && (int)(candidates[at] >> RuleBits) == number)
            {
                at++;
            }

            if (before > 0 && prepared.Compared.BinarySearch(0, before, number, null) >= 0)
            {
                continue;
            }

            if (graph.Contents[number] is { } other && model.MayMeet(prepared.Said, other.Said) && RuleOf(candidates[from..at], prepared.Said, other.Said) is >= 0 and int rule)
            {
                prepared.Compared.Add(number);
                known++;
                if (Weigh(prepared.Said, other, rule) is { } link)
                {
                    prepared.Links.Add(link);
                }
            }
        }

        if (before > 0 && known > before)
        {
            prepared.Compared.Sort();
        }

        return known - before;
    }

    /// <summary>Finds the contents most like one that need not be there: of those that share a block what is kept, else the best of all.</summary>
    public List<KeptLink> Search(RecordContent said, ContentGraph graph, int most)
    {
        var prepared = new PreparedRecord(said, Keys(said), [], []);
        Compare(prepared, graph);
        if (graph.Find(said) is { } same)
        {
            // No rule need bring together what is the same.
            prepared.Links.RemoveAll(link => ReferenceEquals(link.Other, same));
            prepared.Links.Add(new KeptLink(same, Scorer.Weight(said, same.Said), 0, PairRules.None));
        }

        List<KeptLink> found = prepared.Links.Count > 0 ? prepared.Links : Best(said, graph, most);

        // Records come and go meanwhile: each key is looked at once.
        return [.. found.OrderByDescending(static link => link.Weight).ThenBy(static link => link.Other.First?.Key ?? default)];
    }

    /// <summary>The contents with something in common, the heaviest of all; several may be of one profile, so there are more than asked for.</summary>
    private List<KeptLink> Best(RecordContent said, ContentGraph graph, int most)
    {
        const int PerProfile = 4;
        double least = model.Model.PriorWeight;
        var best = new PriorityQueue<LiveContent, double>();
        for (int number = 0; number < graph.Contents.Count; number++)
        {
            if (graph.Contents[number] is { } other && other.First is not null && other.Said?.Kind == said.Kind && Scorer.Weight(said, other.Said, least) is var weight && weight > least)
            {
                best.Enqueue(other, weight);
                if (best.Count > most * PerProfile)
                {
                    best.Dequeue();
                    least = best.TryPeek(out _, out double lowest) ? lowest : least;
                }
            }
        }

        var found = new List<KeptLink>(best.Count);
        while (best.TryDequeue(out LiveContent? other, out double weight))
        {
            found.Add(new KeptLink(other, weight, 0, PairRules.None));
        }

        return found;
    }

    /// <summary>The kept pair that nodes of one content make, where a rule brings them together.</summary>
    public KeptLink? Self(LiveContent content)
    {
        _found.Clear();
        _keys.Add(content.Said, _found);
        int rule = _found.Where(key => _keys.Passes(key.Rule, content.Said, content.Said)).Select(static key => key.Rule).DefaultIfEmpty(-1).Min();
        return rule < 0 ? null : Weigh(content.Said, content, rule);
    }

    /// <summary>The first of the rules that bring two together.</summary>
    private int RuleOf(ReadOnlySpan<long> found, RecordContent left, RecordContent right)
    {
        foreach (long candidate in found)
        {
            int rule = (int)(candidate & ((1 << RuleBits) - 1));
            if (_keys.Passes(rule, left, right))
            {
                return rule;
            }
        }

        return -1;
    }

    private KeptLink? Weigh(RecordContent said, LiveContent other, int rule)
    {
        double weight = Scorer.Weight(said, other.Said, model.KeptWeight);
        int matchRule = _rules.Any ? _rules.Match(said, other.Said) : PairRules.None;
        if (weight < model.KeptWeight && matchRule == PairRules.None)
        {
            return null;
        }

        weight = weight < model.KeptWeight ? Scorer.Weight(said, other.Said) : weight;
        return new KeptLink(other, weight, (short)rule, (short)matchRule);
    }

    /// <summary>Gathers the contents that share a key, each with the rules of the keys, in order.</summary>
    private void Candidates(BlockKey[] keys, ContentGraph graph)
    {
        _candidates.Clear();
        foreach (BlockKey key in keys)
        {
            _contents.Clear();
            graph.Blocks.Find(Stored(key), _contents);
            foreach (int content in _contents)
            {
                _candidates.Add(((long)content << RuleBits) | (uint)key.Rule);
            }
        }

        _candidates.Sort();
    }
}
