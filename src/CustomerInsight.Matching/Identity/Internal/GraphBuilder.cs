namespace CustomerInsight.Matching;

/// <summary>Makes the graph of a batch's result: its contents, kept pairs and blocks.</summary>
internal sealed class GraphBuilder(Generation generation, ParallelOptions parallel)
{
    private readonly List<PairsKept> _pairs = [];

    /// <summary>The kept pairs, each with its higher content, as the ledger is to hold them.</summary>
    public IReadOnlyList<PairsKept> Pairs => _pairs;

    /// <summary>How many pairs are kept.</summary>
    public int KeptPairs { get; private set; }

    /// <summary>How many blocks have more contents than the limit.</summary>
    public long GrownBlocks { get; private set; }

    /// <summary>The content of each record of the table.</summary>
    public LiveContent[] ContentOf { get; private set; } = [];

    /// <summary>Builds it. The records themselves are not touched.</summary>
    /// <param name="result">The result.</param>
    /// <param name="records">The live record of each record of its table.</param>
    public void Build(MatchResult result, LiveRecord[] records)
    {
        int[] contentOfNode = AddContents(result);
        var members = new List<LiveRecord>?[generation.Contents.Contents.Count];
        ContentOf = new LiveContent[records.Length];
        for (int record = 0; record < records.Length; record++)
        {
            int content = contentOfNode[result.Nodes.NodeOf(record)];
            ContentOf[record] = generation.Contents.Contents[content]!;
            (members[content] ??= []).Add(records[record]);
        }

        for (int content = 0; content < members.Length; content++)
        {
            // Records of a table come in canonical order.
            generation.Contents.Contents[content]!.Set([.. members[content]!]);
        }

        if (generation.Model.HasDuplicateFreeSources)
        {
            FindPairs();
        }
        else
        {
            TakePairs(result, contentOfNode);
        }
    }

    /// <summary>Reads what each node says, with its keys, on all cores; nodes that say the same are one content.</summary>
    private int[] AddContents(MatchResult result)
    {
        var said = new RecordContent[result.Nodes.Count];
        var keys = new BlockKey[said.Length][];
        Parallel.For(0, said.Length, parallel, generation.Model.Rent, (node, _, finder) =>
        {
            said[node] = finder.Read(result.Table.Records[result.Nodes.Representative(node)]);
            keys[node] = finder.Keys(said[node]);
            return finder;
        }, generation.Model.Return);
        int[] contentOf = new int[said.Length];
        for (int node = 0; node < said.Length; node++)
        {
            if (generation.Contents.Find(said[node]) is not { } content)
            {
                content = new LiveContent(generation.Contents.Contents.Count, said[node]);
                generation.Contents.Add(content);
                GrownBlocks += generation.Contents.Block(content, keys[node], generation.Model.LargestBlock);
            }

            contentOf[node] = content.Number;
        }

        return contentOf;
    }

    /// <summary>Takes the pairs that the batch kept.</summary>
    private void TakePairs(MatchResult result, int[] contentOf)
    {
        var pairs = new List<(int Low, int High, ScoredLink Pair)>(result.Pairs.Count);
        foreach (ScoredLink pair in result.Pairs.Nodes)
        {
            (int left, int right) = (contentOf[pair.Left], contentOf[pair.Right]);
            if (left != right)
            {
                pairs.Add((Math.Min(left, right), Math.Max(left, right), pair));
            }
        }

        // Nodes of one content make the same pairs.
        pairs.Sort(static (one, other) => one.High != other.High ? one.High.CompareTo(other.High) : one.Low.CompareTo(other.Low));
        var links = new (int Content, KeptLink Link)[pairs.Count * 2];
        int count = 0;
        for (int i = 0; i < pairs.Count; i++)
        {
            (int low, int high, ScoredLink pair) = pairs[i];
            if (i == 0 || pairs[i - 1].High != high || pairs[i - 1].Low != low)
            {
                links[count++] = (high, new KeptLink(generation.Contents.Contents[low]!, pair.Weight, (short)pair.Rule, (short)pair.MatchRule));
                links[count++] = (low, new KeptLink(generation.Contents.Contents[high]!, pair.Weight, (short)pair.Rule, (short)pair.MatchRule));
            }
        }

        Link(links.AsSpan(0, count).ToArray());
    }

    /// <summary>Finds the pairs content by content: the batch leaves out those that a duplicate-free source has both of, as of now.</summary>
    private void FindPairs()
    {
        int contents = generation.Contents.Contents.Count;
        var found = new List<KeptLink>[contents];
        Parallel.For(0, contents, parallel, generation.Model.Rent, (number, _, finder) =>
        {
            RecordContent said = generation.Contents.Contents[number]!.Said;
            var prepared = new PreparedRecord(said, finder.Keys(said), [], []);
            finder.Compare(prepared, generation.Contents);
            prepared.Links.RemoveAll(link => link.Other.Number == number);
            found[number] = prepared.Links;
            return finder;
        }, generation.Model.Return);
        Link([.. found.SelectMany(static (links, number) => links.Select(link => (number, link)))]);
    }

    private void Link((int Content, KeptLink Link)[] links)
    {
        Array.Sort(links, static (one, other) => one.Content != other.Content ? one.Content.CompareTo(other.Content) : one.Link.Other.Number.CompareTo(other.Link.Other.Number));
        for (int from = 0, to; from < links.Length; from = to)
        {
            int content = links[from].Content;
            to = from + 1;
            while (to < links.Length && links[to].Content == content)
            {
                to++;
            }

            KeptLink[] own = [.. links.AsSpan(from..to).ToArray().Select(static entry => entry.Link)];
            generation.Contents.Contents[content]!.Links = own;
            KeptPair[] lower = [.. own.Where(link => link.Other.Number < content).Select(static link => new KeptPair(link.Other.Number, link.Weight, link.Rule, link.MatchRule))];
            if (lower.Length > 0)
            {
                _pairs.Add(new PairsKept(content, ValueList.From(lower)));
            }
        }

        KeptPairs = links.Length / 2;
    }
}
