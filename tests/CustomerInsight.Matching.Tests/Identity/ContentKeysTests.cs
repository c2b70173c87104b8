namespace CustomerInsight.Matching.Tests;

public class ContentKeysTests
{
    private static readonly IBlockingRule[] Rules =
    [
        BlockingRule.On("email"),
        BlockingRule.On("given", "family"),
        BlockingRule.On(new BlockingPart("given", ValuePart.Prefix(2)), new BlockingPart("birth", ValuePart.Year), "family"),
        BlockingRule.OnEitherOrder("given", "family"),
        BlockingRule.On(BlockingPart.Words("street")),
        BlockingRule.On(BlockingPart.RarestWords("street", 1)),
        BlockingRule.On(BlockingPart.RarestWords("full", 2), "given"),
        BlockingRule.On(BlockingPart.Grams("phone", 4), "given"),
        BlockingRule.On(new BlockingPart("given", ValuePart.NicknameRoot)).Where(Condition.Any(Condition.EditsWithin("family", 1), Condition.Missing("family"))),
        IdentifierRule.Deciding(new IdentifierPolicies([new("device", IdentifierStrength.Weak), new("card", IdentifierStrength.Strong) { BlockedValues = ["0"] }])),
        IdentifierRule.Hinting(new IdentifierPolicies([new("device", IdentifierStrength.Weak)])),
        SameContentRule.Instance,
        new Initials(),
    ];

    private static readonly BlockingPart[] Refiners = ["family", new("birth", ValuePart.Year), BlockingPart.Words("street"), BlockingPart.Grams("email", 3), BlockingPart.RarestWords("company", 1)];

    [Fact]
    public void Add_AnyContentAndAnyRule_GivesTheKeysOfTheNode() =>
        Prop.ForAll(DirectPeople.Tables(25).ToArbitrary(), static records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            var columns = new BlockingColumns(table, MatchNodes.Separate(table));

            // Small limits, so that many blocks are over them; the random refinement of each is refined or refused in turn.
            var choice = new BlockingChoice(ValueList.From(Rules.Select(rule => new ChosenRule(rule, new OversizeBlocks(columns, [.. Refiners], 2).Refine(BlockIndex.Build(rule, columns, 2, new ParallelOptions()), rule, 4)))), null);
            return Agree(choice, table, new BlockingColumns(table, columns.Nodes, choice)) && Agree(choice with { WordCounts = columns.WordsOf(choice) }, table, columns);
        }).Check(Quick.Tests(100));

    [Fact]
    public void Passes_AnyPair_IsTheConditionOfTheRule() =>
        Prop.ForAll(DirectPeople.Tables(12).ToArbitrary(), static records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            var keys = new ContentKeys(new BlockingChoice(ValueList.From(Rules.Select(static rule => new ChosenRule(rule, default))), null), table.Schema);
            RecordContent[] contents = [.. Enumerable.Range(0, table.Count).Select(record => DirectPeople.Content(table, record))];
            PairTest?[] tests = [.. Rules.Select(rule => (rule as BlockingRule)?.Condition?.Compile(PairTestCompiler.For(table)))];
            return Runs.Pairs(table.Count).All(pair => Enumerable.Range(0, Rules.Length).All(rule => keys.Passes(rule, contents[pair.Left], contents[pair.Right]) == (tests[rule]?.Holds(pair.Left, pair.Right) ?? true)));
        }).Check(Quick.Tests(100));

    internal static bool Agree(BlockingChoice choice, StandardizedTable table, BlockingColumns columns)
    {
        var keys = new ContentKeys(choice, table.Schema);
        var found = new List<BlockKey>();
        BlockKeys[] expected = [.. choice.Rules.Select(chosen => new BlockKeys(columns.Prepare(chosen.Rule), columns, new BlockRefinement(chosen.Oversize, columns)))];
        return Enumerable.Range(0, columns.Nodes.Count).All(node =>
        {
            found.Clear();
            keys.Add(DirectPeople.Content(table, columns.Nodes.Representative(node)), found);
            return expected.SelectMany((rule, i) => rule.Of(node).ToArray().Select(key => new BlockKey(i, key))).SequenceEqual(found);
        });
    }

    /// <summary>A rule of a host's own.</summary>
    private sealed class Initials : IBlockingRule
    {
        public string Name => "initials";

        public IReadOnlyCollection<string> Attributes => ["given", "full"];

        public IBlockingKeys Prepare(StandardizedTable table) => new Keys(table);

        private sealed class Keys(StandardizedTable table) : IBlockingKeys
        {
            public void AddKeys(int record, ICollection<ulong> keys)
            {
                foreach (string attribute in (string[])["given", "full"])
                {
                    StandardizedColumn column = table.Column(table.Schema.IndexOf(attribute));
                    foreach (int id in column.Ids(record))
                    {
                        keys.Add(StableHash.Of(column.Values[id].AsSpan(0, 1)));
                    }
                }
            }
        }
    }
}
