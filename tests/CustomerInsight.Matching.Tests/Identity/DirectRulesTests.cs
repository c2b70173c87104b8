namespace CustomerInsight.Matching.Tests;

public class DirectRulesTests
{
    [Fact]
    public void Match_AnyPair_IsWhatTheBlocksOfTheTableSay() =>
        Prop.ForAll(DirectPeople.Tables(16).ToArbitrary(), static records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            MatchDesign design = PeopleDesign.For(table.Schema) with
            {
                MatchRules =
                [
                    new("phone", Condition.Same("phone"), BlockingRule.On("phone")),
                    new("mail and name", Condition.All(Condition.Same("email"), Condition.SharesWord("given")), BlockingRule.On("email").Where(Condition.EditsWithin("family", 1))),
                    new("two mails", Condition.SharedValues("email", 2), BlockingRule.On(BlockingPart.Words("street"))),
                ],
                NoMatchRules = [new("births", Condition.Not(Condition.Same("birth"))), new("same given", Condition.Same("given"))],
            };
            var options = new MatchingOptions { LargestBlock = 2 };
            var nodes = MatchNodes.Separate(table);
            var plan = BlockingPlan.Make(design, new BlockingColumns(table, nodes), options, new MatchModel(0.001, [], new Dictionary<string, TermFrequencies>(), design.Identifiers, 1), new ParallelOptions());
            var expected = new PairRules(design, PairTestCompiler.For(table), nodes, plan.Linking(design, table, nodes, options, new ParallelOptions()));
            var direct = new DirectRules(design, plan.Choice, table.Schema);
            RecordContent[] contents = [.. Enumerable.Range(0, table.Count).Select(record => DirectPeople.Content(table, record))];
            return Runs.Pairs(table.Count).All(pair => expected.Match(pair.Left, pair.Right) == direct.Match(contents[pair.Left], contents[pair.Right])
                && expected.NoMatch(pair.Left, pair.Right) == direct.NoMatch(contents[pair.Left], contents[pair.Right]));
        }).Check(Quick.Tests(60));
}
