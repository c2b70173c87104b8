namespace CustomerInsight.Matching;

/// <summary>Makes the graph of a batch's result: its contents, kept pairs and blocks.</summary>
internal sealed class GraphBuilder(Generation generation, ParallelOptions parallel)
{
    private const int Batch = 1 << 17;

    private readonly List<PairsKept> _pairs = [];

    /// <summary>The kept pairs, each with its lower content, as the ledger is to hold them.</summary>
    public IReadOnlyList<PairsKept> Pairs => _pairs;

    /// <summary>How many pairs are kept.</summary>
    public int KeptPairs { get; private set; }

    /// <summary>How many blocks have more contents than the limit.</summary>
    public long GrownBlocks { get; private set; }

    /// <summary>The content of each record of the table.</summary>
    public LiveContent[] ContentOf { get; private set; } = [];

    private NumberedList<LiveContent?> Contents => generation.Contents.Contents;

    /// <summary>Builds it. The records themselves are not touched.</summary>
    /// <param name="result">The result.</param>
    /// <param name="records">The live record of each record of its table.</param>
    public void Build(MatchResult result, LiveRecord[] records)
    {
        // A person's word and duplicate-free sources make several nodes of one content.
        bool isOneToOne = result.Constraints is not { Any: true };
        int[] contentOfNode = AddContents(result, isOneToOne);
        SetRecords(result, records, contentOfNode, isOneToOne);
        List<(int Low, int High, KeptPair Pair)> pairs = generation.Model.HasDuplicateFreeSources ? FindPairs() : TakePairs(result, contentOfNode, isOneToOne);
        Link(pairs);
    }

    /// <summary>Takes what each node says, with its keys, on all cores; nodes that say the same are one content.</summary>
    private int[] AddContents(MatchResult result, bool isOneToOne)
    {
        int[] contentOf = new int[result.Nodes.Count];
        var said = new RecordContent[Batch];
        var keys = new BlockKey[Batch][];
        for (int start = 0; start < contentOf.Length; start += Batch)
        {
            int count = Math.Min(Batch, contentOf.Length - start);
            int first = Contents.Count;
            Parallel.For(0, count, parallel, generation.Model.Rent, (i, _, finder) =>
            {
                said[i] = finder.Read(result.Table.Records[result.Nodes.Representative(start + i)]);
                keys[i] = finder.Keys(said[i]);
                return finder;
            }, generation.Model.Return);
            int added = 0;
            for (int i = 0; i < count; i++)
            {
                LiveContent? content = isOneToOne ? null : generation.Contents.Find(said[i]);
                if (content is null)
                {
                    content = new LiveContent(Contents.Count, said[i]);
                    generation.Contents.Add(content);
                    keys[added++] = keys[i];
                }

                contentOf[start + i] = content.Number;
            }

            Block(first, keys.AsMemory(0, added));
        }

        return contentOf;
    }

    /// <summary>Adds keys of contents in a row to the blocks, each thread those of tables of its own, one table after the other: a table then stays near while it grows.</summary>
    private void Block(int first, ReadOnlyMemory<BlockKey[]> keys)
    {
        (int[] starts, ulong[] stored, int[] contents) = ByShard(first, keys.Span);
        long grown = 0;
        Parallel.For(0, BlockMap.Shards, parallel, static () => 0, (shard, _, own) =>
        {
            for (int i = starts[shard]; i < starts[shard + 1]; i++)
            {
                own += generation.Contents.Blocks.Add(stored[i], contents[i]) == generation.Model.LargestBlock + 1 ? 1 : 0;
            }

            return own;
        }, own => Interlocked.Add(ref grown, own));
        GrownBlocks += grown;
    }

    private static (int[] Starts, ulong[] Stored, int[] Contents) ByShard(int first, ReadOnlySpan<BlockKey[]> keys)
    {
        int[] starts = new int[BlockMap.Shards + 1];
        foreach (BlockKey[] own in keys)
        {
            foreach (BlockKey key in own)
            {
                starts[BlockMap.ShardOf(PairFinder.Stored(key)) + 1]++;
            }
        }

        for (int shard = 0; shard < BlockMap.Shards; shard++)
        {
            starts[shard + 1] += starts[shard];
        }

        int[] next = starts[..^1];
        ulong[] stored = new ulong[starts[^1]];
        int[] contents = new int[stored.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (BlockKey key in keys[i])
            {
                ulong value = PairFinder.Stored(key);
                int place = next[BlockMap.ShardOf(value)]++;
                stored[place] = value;
                contents[place] = first + i;
            }
        }

        return (starts, stored, contents);
    }

    private void SetRecords(MatchResult result, LiveRecord[] records, int[] contentOfNode, bool isOneToOne)
    {
        ContentOf = new LiveContent[records.Length];
        for (int record = 0; record < records.Length; record++)
        {
            ContentOf[record] = Contents[contentOfNode[result.Nodes.NodeOf(record)]]!;
        }

        // Records of a table come in canonical order.
        if (isOneToOne)
        {
            for (int node = 0; node < contentOfNode.Length; node++)
            {
                ReadOnlySpan<int> own = result.Nodes.Records(node);
                LiveRecord[] said = new LiveRecord[own.Length];
                for (int i = 0; i < own.Length; i++)
                {
                    said[i] = records[own[i]];
                }

                Contents[node]!.Set(said);
            }

            return;
        }

        foreach (IGrouping<LiveContent, int> own in Enumerable.Range(0, records.Length).GroupBy(record => ContentOf[record]))
        {
            own.Key.Set([.. own.Select(record => records[record])]);
        }
    }

    /// <summary>Takes the pairs that the batch kept, by rising contents.</summary>
    private static List<(int Low, int High, KeptPair Pair)> TakePairs(MatchResult result, int[] contentOf, bool isOneToOne)
    {
        var pairs = new List<(int Low, int High, KeptPair Pair)>(result.Pairs.Count);
        foreach (ScoredLink pair in result.Pairs.Nodes)
        {
            (int left, int right) = (contentOf[pair.Left], contentOf[pair.Right]);
            if (left != right)
            {
                pairs.Add((Math.Min(left, right), Math.Max(left, right), new KeptPair(Math.Max(left, right), pair.Weight, pair.Rule, pair.MatchRule)));
            }
        }

        // Nodes of one content make the same pairs.
        return isOneToOne ? pairs : [.. pairs.OrderBy(static pair => pair.Low).ThenBy(static pair => pair.High).DistinctBy(static pair => (pair.Low, pair.High))];
    }

    /// <summary>Finds the pairs content by content: the batch leaves out those that a duplicate-free source has both of, as of now.</summary>
    private List<(int Low, int High, KeptPair Pair)> FindPairs()
    {
        var found = new List<KeptLink>[Contents.Count];
        Parallel.For(0, found.Length, parallel, generation.Model.Rent, (number, _, finder) =>
        {
            RecordContent said = Contents[number]!.Said;
            var prepared = new PreparedRecord(said, finder.Keys(said), [], []);
            finder.Compare(prepared, generation.Contents);
            found[number] = prepared.Links;
            return finder;
        }, generation.Model.Return);
        return [.. found.SelectMany(static (links, number) => links.Where(link => link.Other.Number > number).OrderBy(static link => link.Other.Number)
            .Select(link => (number, link.Other.Number, new KeptPair(link.Other.Number, link.Weight, link.Rule, link.MatchRule))))];
    }

    /// <summary>Gives each content its pairs, and the ledger those with its higher ones.</summary>
    private void Link(List<(int Low, int High, KeptPair Pair)> pairs)
    {
        KeptPairs = pairs.Count;
        int[] degrees = new int[Contents.Count];
        foreach ((int low, int high, _) in pairs)
        {
            degrees[low]++;
            degrees[high]++;
        }

        for (int content = 0; content < degrees.Length; content++)
        {
            if (degrees[content] > 0)
            {
                Contents[content]!.Links = new KeptLink[degrees[content]];
            }
        }

        for (int from = 0, to; from < pairs.Count; from = to)
        {
            int low = pairs[from].Low;
            to = from;
            var kept = new List<KeptPair>();
            for (; to < pairs.Count && pairs[to].Low == low; to++)
            {
                (_, int high, KeptPair pair) = pairs[to];
                Add(low, high, pair);
                Add(high, low, pair);
                kept.Add(pair);
            }

            _pairs.Add(new PairsKept(low, ValueList.From(kept)));
        }

        void Add(int content, int other, in KeptPair pair)
        {
            KeptLink[] links = Contents[content]!.Links;
            links[^degrees[content]--] = new KeptLink(Contents[other]!, pair.Weight, (short)pair.Rule, (short)pair.MatchRule);
        }
    }
}
