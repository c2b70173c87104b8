namespace CustomerInsight.Matching.Tests;

public class BlockVisitorTests
{
    private static readonly LevelCondition Near = Condition.EditsWithin("date_of_birth", 1);

    // More rules than one vector has lanes; some with a condition, some with several keys a record.
    private static readonly IBlockingRule[] Rules =
    [
        BlockingRule.On("phone"),
        BlockingRule.On("city").Where(Near),
        BlockingRule.On("email"),
        BlockingRule.On("given_name", "city"),
        BlockingRule.On(BlockingPart.Grams("email", 4)).Where(Near),
        BlockingRule.On("date_of_birth", "city"),
        BlockingRule.OnEitherOrder("given_name", "family_name"),
        BlockingRule.On("family_name", "date_of_birth"),
        BlockingRule.On("family_name", "email"),
        BlockingRule.On("given_name"),
        BlockingRule.On(BlockingPart.Grams("family_name", 2)),
    ];

    [Fact]
    public void Visit_AnyTableModeAndLimit_TellsOfEachPairOnceUnderTheFirstRule() =>
        Prop.ForAll(People.Tables(50).ToArbitrary(), Gen.Elements(LinkMode.DedupeAndLink, LinkMode.LinkOnly, LinkMode.DedupeOnly).ToArbitrary(), Gen.Choose(2, 40).ToArbitrary(), (records, mode, limit) =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            MatchNodes nodes = MatchNodes.Of(table, mode);
            BlockIndex[] indexes = [.. Rules.Select(rule => BlockIndex.Build(rule, table, nodes, limit, new ParallelOptions()))];
            HashSet<ulong>[][] keys = [.. Rules.Select(rule => Keys(rule, table, nodes, limit))];
            PairTest isNear = Near.Compile(PairTestCompiler.For(table));
            (int, int, int)[] expected =
            [
                .. from left in Enumerable.Range(0, nodes.Count)
                   from right in Enumerable.Range(left + 1, nodes.Count - left - 1)
                   where nodes.MayMeet(left, right)
                   let rule = Array.FindIndex(keys, own => own[left].Overlaps(own[right]) && (((BlockingRule)Rules[Array.IndexOf(keys, own)]).Condition is null || isNear.Holds(nodes.Representative(left), nodes.Representative(right))))
                   where rule >= 0
                   orderby rule, left, right
                   select (rule, left, right),
            ];
            Func<int, int, int> finder = new CandidatePairs(nodes, indexes).CreateFinder();
            return Visit(new CandidatePairs(nodes, indexes), 2).Order().SequenceEqual(expected) && expected.All(pair => finder(pair.Item2, pair.Item3) == pair.Item1);
        }).Check(Quick.Tests(80));

    [Fact]
    public void Visit_AnyThreads_GivesTheSameResultsInTheSameOrder()
    {
        StandardizedTable table = StandardizedTable.Of(People.Random(7, 1_000));
        MatchNodes nodes = MatchNodes.Of(table);
        List<(int, int, int)>[] found = [.. new[] { 1, 2, 5 }.Select(threads => Visit(Candidates(table, nodes), threads))];

        Assert.Equal(found[0], found[1]);
        Assert.Equal(found[0], found[2]);
    }

    [Fact]
    public void Visit_EachBatch_IsOfRisingNodesAfterTheLeft()
    {
        StandardizedTable table = StandardizedTable.Of(People.Random(5, 500));
        MatchNodes nodes = MatchNodes.Of(table);

        List<bool> right = Candidates(table, nodes).Visit<object?, bool>(
            static () => null,
            static (_, _, left, rights, found) =>
            {
                bool rises = rights.Length > 0 && rights[0] > left;
                for (int i = 1; i < rights.Length; i++)
                {
                    rises &= rights[i] > rights[i - 1];
                }

                found.Add(rises);
            },
            null,
            new ParallelOptions());
        Assert.NotEmpty(right);
        Assert.DoesNotContain(false, right);
    }

    [Fact]
    public void Visit_ManyPairs_AllocatesNothingForThemAndLooksAtThoseOnly()
    {
        StandardizedTable table = StandardizedTable.Of(People.Random(3, 1_200));
        MatchNodes nodes = MatchNodes.Of(table);
        BlockIndex[] indexes = [.. Rules.Select(rule => BlockIndex.Build(rule, table, nodes, 1_000, new ParallelOptions()))];
        var rows = NodeBlocks.Of(indexes, nodes.Count, new ParallelOptions());
        PairChunk[] chunks = PairChunk.Of(indexes);
        var visitor = new BlockVisitor<object?, int>(nodes, indexes, rows, null, static (_, _, _, _, _) => { }, CancellationToken.None);
        var results = new List<int>();
        long pairs = chunks.Sum(chunk => visitor.Visit(chunk, results));

        long before = GC.GetAllocatedBytesForCurrentThread();
        long again = 0;
        foreach (PairChunk chunk in chunks)
        {
            again += visitor.Visit(chunk, results);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, allocated);
        Assert.Equal(pairs, again);
        Assert.Equal(376_152, pairs);
        Assert.Equal(1_893_922, indexes.Sum(static index => index.Counts.Pairs));
    }

    private static CandidatePairs Candidates(StandardizedTable table, MatchNodes nodes) =>
        new(nodes, Rules.Select(rule => BlockIndex.Build(rule, table, nodes, 1_000, new ParallelOptions())));

    private static List<(int Rule, int Left, int Right)> Visit(CandidatePairs candidates, int threads) =>
        candidates.Visit<object?, (int, int, int)>(
            static () => null,
            static (_, rule, left, rights, found) => found.AddRange(rights.ToArray().Select(right => (rule, left, right))),
            null,
            new ParallelOptions { MaxDegreeOfParallelism = threads });

    /// <summary>Each node's keys, those of more nodes than the limit left out.</summary>
    private static HashSet<ulong>[] Keys(IBlockingRule rule, StandardizedTable table, MatchNodes nodes, int limit)
    {
        IBlockingKeys source = rule.Prepare(table);
        HashSet<ulong>[] keys = [.. Enumerable.Range(0, nodes.Count).Select(node =>
        {
            var own = new List<ulong>();
            source.AddKeys(nodes.Representative(node), own);
            return own.ToHashSet();
        })];
        HashSet<ulong> tooLarge = [.. keys.SelectMany(static own => own).GroupBy(static key => key).Where(group => group.Count() > limit).Select(static group => group.Key)];
        foreach (HashSet<ulong> own in keys)
        {
            own.ExceptWith(tooLarge);
        }

        return keys;
    }
}
