namespace CustomerInsight.Matching.Tests;

public class RuleSurveyTests
{
    private static readonly IBlockingRule[] Rules =
    [
        BlockingRule.On("given_name"),
        BlockingRule.On("city", new BlockingPart("date_of_birth", ValuePart.Year)),
        BlockingRule.On(new BlockingPart("family_name", ValuePart.Prefix(1)), "city", new BlockingPart("given_name", ValuePart.Soundex)),
        BlockingRule.On("city", "phone").Where(Condition.EditsWithin("date_of_birth", 1)),
        BlockingRule.On("email"),
        BlockingRule.On("email", "city"),
        BlockingRule.OnEitherOrder("given_name", "family_name"),
        IdentifierRule.Hinting(IdentifierPolicies.Default),
    ];

    [Fact]
    public void Look_AnyTableRuleAndLimit_FindsThePairsOfTheAnchorsBlocks() =>
        Prop.ForAll(People.Tables(80).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), Gen.Choose(2, 20).ToArbitrary(), (records, anchors, limit) =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            MatchNodes nodes = MatchNodes.Of(table);
            var survey = new RuleSurvey(new BlockingColumns(table, nodes), new MatchingOptions { LargestBlock = limit }, anchors, new ParallelOptions());
            RuleSighting[] all = survey.Look(Rules, double.PositiveInfinity);
            RuleSighting[] few = survey.Look(Rules, 1);
            return Enumerable.Range(0, Rules.Length).All(rule =>
            {
                ulong[] expected = Definition(Rules[rule], survey.Anchors, table, nodes, limit);
                return all[rule].Pairs!.SequenceEqual(expected)
                    && all[rule].PairsPerRecord == expected.Length / 2.0 / survey.Anchors.Length
                    && (few[rule].Pairs is { } own ? own.SequenceEqual(expected) : expected.Length > 0 && few[rule].PairsPerRecord == double.PositiveInfinity)
                    && (few[rule].Pairs is not null || expected.Length > 2 * survey.Anchors.Length || BlocksOverlap(Rules[rule]));
            });
        }).Check(Quick.Tests(100));

    /// <summary>With several keys a record a pair may be counted more than once before the rule is found to be too wide.</summary>
    private static bool BlocksOverlap(IBlockingRule rule) => rule is not BlockingRule own || own.Attributes.Contains("email");

    private static ulong[] Definition(IBlockingRule rule, int[] anchors, StandardizedTable table, MatchNodes nodes, int limit)
    {
        BlockIndex index = BlockIndex.Build(rule, table, nodes, limit, new ParallelOptions());
        NodeTest? test = index.CreateTest();
        return
        [
            .. from anchor in Enumerable.Range(0, anchors.Length)
               from node in Enumerable.Range(0, nodes.Count)
               where node != anchors[anchor] && index.FirstShared(anchors[anchor], node) >= 0
                   && test?.Holds(Math.Min(anchors[anchor], node), Math.Max(anchors[anchor], node)) != false
               select ((ulong)(uint)anchor << 32) | (uint)node,
        ];
    }
}
