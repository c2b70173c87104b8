namespace CustomerInsight.Matching.Tests;

public class BlockIndexTests
{
    private static readonly IBlockingRule[] Rules =
    [
        BlockingRule.On("given_name"),
        BlockingRule.On("city", "family_name"),
        BlockingRule.On(new BlockingPart("given_name", ValuePart.Prefix(1)), "city", new BlockingPart("date_of_birth", ValuePart.Year)),
        BlockingRule.OnEitherOrder("given_name", "family_name"),
        BlockingRule.On("email"),
        BlockingRule.On(new BlockingPart("email", ValuePart.EmailUser), "city"),
        BlockingRule.On(BlockingPart.Grams("phone", 4)),
        IdentifierRule.Deciding(IdentifierPolicies.Default),
        new ResidueRule(),
    ];

    [Fact]
    public void Build_AnyTableAndRule_GroupsNodesByTheirKeys() =>
        Prop.ForAll(People.Tables(60).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(WithFirms(records));
            MatchNodes nodes = MatchNodes.Of(table);
            return Rules.All(rule => IsRight(rule, table, nodes, largestBlock: 6, new ParallelOptions()));
        }).Check(Quick.Tests(100));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Build_MoreNodesThanOneRange_GroupsThemWhateverTheThreads(int threads)
    {
        StandardizedTable table = StandardizedTable.Of(Enumerable.Range(0, 70_000).Select(i =>
            People.Record($"r{i}", values: [$"G{i * 7919 % 9_000}", i % 5 == 0 ? null : $"F{i % 600}", null, $"m{i / 2}@a.com", null, $"C{i % 3}"])));
        MatchNodes nodes = MatchNodes.Of(table);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };

        Assert.All(new IBlockingRule[] { Rules[0], Rules[1], Rules[4], Rules[8] }, rule => Assert.True(IsRight(rule, table, nodes, largestBlock: 100, parallel), rule.Name));
    }

    [Fact]
    public void Build_RefinedBlocks_GroupNodesByWhatTheirKeysBecome() =>
        Prop.ForAll(People.Tables(60).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(WithFirms(records));
            var columns = new BlockingColumns(table, MatchNodes.Of(table));
            return Rules.All(rule =>
            {
                ulong[] oversize = [.. Groups(rule, table, columns.Nodes).Where(static group => group.Value.Length > 4).Select(static group => group.Key)];
                var chosen = new ChosenRule(rule, ValueList.From(oversize.Select((key, i) => new OversizeBlock(key, 5, i % 3 == 0 ? null : i % 3 == 1 ? "city" : BlockingPart.Grams("email", 3)))));
                var index = BlockIndex.Build(chosen, columns, 4, new ParallelOptions());
                IEnumerable<int[]> expected =
                    from node in Enumerable.Range(0, columns.Nodes.Count)
                    from key in Keys(rule, table, columns.Nodes, node)
                    let block = chosen.Oversize.FirstOrDefault(block => block.Key == key)
                    let parts = block?.RefinedBy is { } part ? Pieces(columns.Hashes(part), columns.Nodes.Representative(node)) : block is null ? [null] : Array.Empty<ulong?>()
                    from part in parts
                    group node by part is null ? key : BlockRefinement.Within(key, part.Value) into members
                    where members.Distinct().Count() > 1
                    orderby members.Key
                    select members.Distinct().ToArray();
                return Blocks(index).SequenceEqual(expected.Select(static block => string.Join(',', block)));
            });
        }).Check(Quick.Tests(60));

    private static bool IsRight(IBlockingRule rule, StandardizedTable table, MatchNodes nodes, int largestBlock, ParallelOptions parallel)
    {
        var index = BlockIndex.Build(rule, table, nodes, largestBlock, parallel);
        SortedDictionary<ulong, int[]> groups = Groups(rule, table, nodes);
        int[][] blocks = [.. groups.Values.Where(group => group.Length > 1 && group.Length <= largestBlock)];
        (ulong Key, int[] Members)[] oversize = [.. groups.Where(group => group.Value.Length > largestBlock).Select(static group => (group.Key, group.Value))];
        int[][] blocksOf = [.. Enumerable.Range(0, nodes.Count).Select(static _ => Array.Empty<int>())];
        for (int block = 0; block < blocks.Length && nodes.Count < 1_000; block++)
        {
            foreach (int node in blocks[block])
            {
                blocksOf[node] = [.. blocksOf[node], block];
            }
        }

        return Blocks(index).SequenceEqual(blocks.Select(static block => string.Join(',', block)))
            && index.Oversize.Select(static block => (block.Key, string.Join(',', block.Members))).SequenceEqual(oversize.Select(static block => (block.Key, string.Join(',', block.Members))))
            && index.Counts == new BlockCounts(rule.Name, blocks.Sum(static block => block.Length * (block.Length - 1L) / 2), oversize.Length, oversize.Sum(static block => (long)block.Members.Length))
            && index.HasSeveral == blocksOf.Any(static own => own.Length > 1)
            && (nodes.Count >= 1_000 || SharedBlocksAreRight(index, blocksOf));
    }

    private static bool SharedBlocksAreRight(BlockIndex index, int[][] blocksOf) =>
        (from left in Enumerable.Range(0, blocksOf.Length)
         from right in Enumerable.Range(0, blocksOf.Length)
         let shared = blocksOf[left].Intersect(blocksOf[right]).ToArray()
         select index.FirstShared(left, right) == (shared.Length == 0 ? -1 : shared.Min())).All(static same => same);

    private static IEnumerable<string> Blocks(BlockIndex index) => Enumerable.Range(0, index.BlockCount).Select(block => string.Join(',', index.Members(block).ToArray()));

    private static SortedDictionary<ulong, int[]> Groups(IBlockingRule rule, StandardizedTable table, MatchNodes nodes)
    {
        IBlockingKeys source = rule.Prepare(table);
        var groups = new SortedDictionary<ulong, List<int>>();
        for (int node = 0; node < nodes.Count; node++)
        {
            foreach (ulong key in Keys(source, table, nodes, node))
            {
                groups.TryAdd(key, []);
                groups[key].Add(node);
            }
        }

        return new SortedDictionary<ulong, int[]>(groups.ToDictionary(static group => group.Key, static group => group.Value.ToArray()));
    }

    private static IEnumerable<ulong> Keys(IBlockingRule rule, StandardizedTable table, MatchNodes nodes, int node) => Keys(rule.Prepare(table), table, nodes, node);

    private static IEnumerable<ulong> Keys(IBlockingKeys source, StandardizedTable table, MatchNodes nodes, int node)
    {
        var keys = new List<ulong>();
        int record = nodes.Representative(node);
        source.AddKeys(record, keys);
        return keys.Select(key => BlockRefinement.OfKind(key, (ulong)table.Records[record].EntityKind)).Distinct();
    }

    private static ulong?[] Pieces(PartHashes hashes, int record)
    {
        var pieces = new List<ulong?>();
        foreach (int value in hashes.Values(record))
        {
            foreach (ulong hash in hashes.Hashes(value))
            {
                pieces.Add(hash);
            }
        }

        return [.. pieces];
    }

    private static SourceRecord[] WithFirms(SourceRecord[] records) =>
        [.. records.Select(static (record, i) => i % 7 == 0 ? new SourceRecord(record.Schema, record.Key, record.Values) { EntityKind = EntityKind.Organization, Identifiers = record.Identifiers } : record)];

    /// <summary>A host's own rule: its keys are no hashes, and it gives some twice.</summary>
    private sealed class ResidueRule : IBlockingRule, IBlockingKeys
    {
        public string Name => "residue";

        public IReadOnlyCollection<string> Attributes => [];

        public IBlockingKeys Prepare(StandardizedTable table) => this;

        public void AddKeys(int record, ICollection<ulong> keys)
        {
            keys.Add((ulong)(record % 11));
            keys.Add(ulong.MaxValue - (ulong)(record % 4));
            keys.Add((ulong)(record % 11));
        }
    }
}
