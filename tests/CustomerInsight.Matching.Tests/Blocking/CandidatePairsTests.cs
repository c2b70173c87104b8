namespace CustomerInsight.Matching.Tests;

public class CandidatePairsTests
{
    [Fact]
    public void Visit_AnyTable_FindsEachPairThatSharesAKeyExactlyOnce() =>
        Prop.ForAll(People.Tables(30).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            MatchNodes nodes = MatchNodes.Of(table);
            IBlockingRule[] rules = [IdentifierRule.Deciding(IdentifierPolicies.Default), IdentifierRule.Hinting(IdentifierPolicies.Default), .. PeopleDesign.For(table.Schema).CandidateRules];
            var candidates = new CandidatePairs(nodes, rules.Select(rule => BlockIndex.Build(rule, table, nodes, 1000, new ParallelOptions())));
            (int, int)[] found = [.. Visit(candidates).Select(pair => (pair.Left, pair.Right)).Order()];
            (int, int)[] expected = [.. Definition(rules, table, nodes).Order()];
            return found.SequenceEqual(expected);
        }).Check(Quick.Tests(100));

    [Fact]
    public void Visit_RulesWithConditions_FindEachPairThatFulfilsOneExactlyOnce() =>
        Prop.ForAll(People.Tables(30).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            MatchNodes nodes = MatchNodes.Of(table);
            LevelCondition near = Condition.EditsWithin("date_of_birth", 1);
            LevelCondition alike = Condition.Similar("given_name", Comparators.JaroWinkler, 0.8);
            var candidates = new CandidatePairs(nodes, new[] { BlockingRule.On("family_name").Where(near), BlockingRule.On("city").Where(near).Where(alike), BlockingRule.On("given_name") }
                .Select(rule => BlockIndex.Build(rule, table, nodes, 1000, new ParallelOptions())));
            var compiler = PairTestCompiler.For(table);
            PairTest isNear = near.Compile(compiler);
            PairTest isAlike = alike.Compile(compiler);
            bool Share(string attribute, int left, int right) => Condition.Same(attribute).Compile(compiler).Holds(left, right);
            IEnumerable<(int, int, int)> expected =
                from left in Enumerable.Range(0, nodes.Count)
                from right in Enumerable.Range(left + 1, nodes.Count - left - 1)
                let l = nodes.Representative(left)
                let r = nodes.Representative(right)
                let rule = Share("family_name", l, r) && isNear.Holds(l, r) ? 0
                    : Share("city", l, r) && isNear.Holds(l, r) && isAlike.Holds(l, r) ? 1
                    : Share("given_name", l, r) ? 2 : -1
                where rule >= 0
                select (rule, left, right);
            return Visit(candidates).Order().SequenceEqual(expected.Order());
        }).Check(Quick.Tests(100));

    [Fact]
    public void Where_NamesAndAttributes_HoldWhatTheConditionReads()
    {
        BlockingRule rule = BlockingRule.On("given_name").Where(Condition.EditsWithin("date_of_birth", 1));

        Assert.Equal("given_name where date_of_birth fit", rule.Name);
        Assert.Equal(["given_name", "date_of_birth"], rule.Attributes);
    }

    [Fact]
    public void Visit_APairOfSeveralRules_IsFoundUnderTheFirst()
    {
        (CandidatePairs candidates, _) = Candidates(
            [People.Record("1", values: ["Ann", "Lee"]), People.Record("2", values: ["Ann", "Lee", "1980-04-05"])],
            BlockingRule.On("family_name"), BlockingRule.On("given_name"));

        (int rule, int left, int right) = Assert.Single(Visit(candidates));
        Assert.Equal((0, 0, 1), (rule, left, right));
    }

    [Fact]
    public void Build_AKeySharedByMoreThanTheCap_IsLeftOutAndCounted()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 10).Select(i => People.Record($"r{i}", values: ["Ann", $"Family{i}"]))];
        StandardizedTable table = StandardizedTable.Of(records);

        BlockIndex index = BlockIndex.Build(BlockingRule.On("given_name"), table, MatchNodes.Of(table), 9, new ParallelOptions());

        Assert.Equal(new BlockCounts("given_name", 0, 1, 10), index.Counts);
        Assert.Equal(0, index.BlockCount);
    }

    [Fact]
    public void Rule_NamesInEitherOrder_Meet()
    {
        (CandidatePairs candidates, _) = Candidates(
            [People.Record("1", values: ["Lee", "Grant"]), People.Record("2", values: ["Grant", "Lee"]), People.Record("3", values: ["Lee", "Lee"])],
            BlockingRule.OnEitherOrder("given_name", "family_name"));

        Assert.Equal([(0, 0, 1)], Visit(candidates));
    }

    [Fact]
    public void Rule_ValuesOfSeveral_HaveAKeyForEachCombination()
    {
        var one = new SourceRecord(People.Schema, new RecordKey("s", "1"), ["Ann", AttributeValues.None, AttributeValues.None, AttributeValues.Of(["a@a.com", "b@b.com"]), AttributeValues.None, AttributeValues.None]);
        (CandidatePairs candidates, _) = Candidates([one, People.Record("2", values: ["Bob", null, null, "b@b.com"])], BlockingRule.On("email"));

        Assert.Equal([(0, 0, 1)], Visit(candidates));
    }

    [Fact]
    public void Rule_EntitiesOfDifferentKinds_NeverMeet()
    {
        SourceRecord person = People.Record("1", values: ["Ann"]);
        var firm = new SourceRecord(People.Schema, new RecordKey("s", "2"), person.Values) { EntityKind = EntityKind.Organization };
        (CandidatePairs candidates, MatchNodes nodes) = Candidates([person, firm], BlockingRule.On("given_name"));

        Assert.Equal(2, nodes.Count);
        Assert.Empty(Visit(candidates));
    }

    [Fact]
    public void Rule_Words_MeetInAnyOfThem()
    {
        (CandidatePairs candidates, _) = Candidates(
            [People.Record("1", values: ["Ann Mary"]), People.Record("2", values: ["Mary Sue"]), People.Record("3", values: ["Sue"]), People.Record("4", values: ["Bob"])],
            BlockingRule.On(BlockingPart.Words("given_name")));

        Assert.Equal([(0, 0, 1), (0, 1, 2)], Visit(candidates).Order());
    }

    [Fact]
    public void Rule_RarestWords_LeaveOutWhatManyHave()
    {
        (CandidatePairs candidates, _) = Candidates(
            [People.Record("1", values: ["Ann Xara"]), People.Record("2", values: ["Ann Xara Mary"]), People.Record("3", values: ["Ann Zoe"]), People.Record("4", values: ["Ann Kim"])],
            BlockingRule.On(BlockingPart.RarestWords("given_name", 1)));

        // Of the second record "mary" is rarest: one record has it.
        Assert.Empty(Visit(candidates));
        (candidates, _) = Candidates(
            [People.Record("1", values: ["Ann Xara"]), People.Record("2", values: ["Ann Xara Mary"]), People.Record("3", values: ["Ann Zoe"]), People.Record("4", values: ["Ann Kim"])],
            BlockingRule.On(BlockingPart.RarestWords("given_name", 2)));
        Assert.Equal([(0, 0, 1), (0, 0, 2), (0, 0, 3), (0, 2, 3)], Visit(candidates).Order());
    }

    [Fact]
    public void Rule_Grams_MeetInAnyRunOfUnits()
    {
        (CandidatePairs candidates, _) = Candidates(
            [People.Record("1", values: ["Annabel"]), People.Record("2", values: ["Mabel"]), People.Record("3", values: ["Al"]), People.Record("4", values: ["Zed"])],
            BlockingRule.On(BlockingPart.Grams("given_name", 3)));

        Assert.Equal([(0, 0, 1)], Visit(candidates));
        Assert.Equal("given_name (any 3 units)", BlockingPart.Grams("given_name", 3).ToString());
    }

    [Theory]
    [InlineData(LinkMode.DedupeAndLink)]
    [InlineData(LinkMode.LinkOnly)]
    [InlineData(LinkMode.DedupeOnly)]
    public void Visit_AnyLinkMode_FindsThePairsOfThoseSourcesOnly(LinkMode mode) =>
        Prop.ForAll(People.Tables(30).ToArbitrary(), records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            var nodes = MatchNodes.Of(table, mode);
            IBlockingRule[] rules = [.. PeopleDesign.For(table.Schema).CandidateRules];
            BlockIndex[] indexes = [.. rules.Select(rule => BlockIndex.Build(rule, table, nodes, 1000, new ParallelOptions()))];
            bool Meet(int left, int right)
            {
                bool same = table.Records[nodes.Representative(left)].Key.Source == table.Records[nodes.Representative(right)].Key.Source;
                return mode == LinkMode.DedupeAndLink || (mode == LinkMode.LinkOnly ? !same : same);
            }

            (int, int)[] expected = [.. Definition(rules, table, nodes).Where(pair => Meet(pair.Item1, pair.Item2)).Order()];
            return Visit(new CandidatePairs(nodes, indexes)).Select(static pair => (pair.Left, pair.Right)).Order().SequenceEqual(expected)
                && nodes.Pairs == Definition([EveryPairRule.Instance], table, nodes).Count(pair => Meet(pair.Item1, pair.Item2))
                && indexes.All(index => index.Counts.Pairs >= Definition([rules[Array.IndexOf(indexes, index)]], table, nodes).Count(pair => Meet(pair.Item1, pair.Item2)));
        }).Check(Quick.Tests(40));

    [Fact]
    public void Visit_OneLargeBlock_IsSplitByRowsAndFindsEachPairOnce()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 900).Select(i => People.Record($"r{i}", values: ["Ann", $"Family{i}"]))];
        (CandidatePairs candidates, _) = Candidates(records, BlockingRule.On("given_name"), BlockingRule.On("family_name"));

        List<(int Rule, int Left, int Right)> found = Visit(candidates);
        Assert.Equal(900 * 899 / 2, found.Count);
        Assert.Equal(found.Count, found.Distinct().Count());
    }

    [Fact]
    public void Rule_WithoutParts_IsRefused() => Assert.Throws<ArgumentException>(() => BlockingRule.On());

    [Fact]
    public void Plan_RulesOverTheBudget_AreLeftOut()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 100).Select(i => People.Record($"r{i:000}", values: ["Ann", $"Family{i / 2}", null, $"m{i}@a.com"]))];
        StandardizedTable table = StandardizedTable.Of(records);
        var options = new MatchingOptions { PairsPerRecord = 1, LargestBlock = 100 };
        var design = new MatchDesign { BlockingRules = [BlockingRule.On("given_name"), BlockingRule.On("family_name")], Comparisons = default, DeterministicRules = default, TrainingRules = default };

        var plan = BlockingPlan.Make(design, new BlockingColumns(table, MatchNodes.Of(table)), options, new MatchModel(0.001, [], new Dictionary<string, TermFrequencies>(), IdentifierPolicies.Default, 1), new ParallelOptions());

        Assert.Equal("given_name", Assert.Single(plan.LeftOut).Rule);
        Assert.Equal(50, plan.Candidates.Bound);
    }

    [Theory]
    [InlineData(IdentifierStrength.Weak, false)]
    [InlineData(IdentifierStrength.Shared, false)]
    [InlineData(IdentifierStrength.Strong, true)]
    [InlineData(IdentifierStrength.Unique, true)]
    public void IdentifierRules_EachStrength_IsTakenByOneOfThem(IdentifierStrength strength, bool decides)
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 2).Select(i => new SourceRecord(People.Schema, new RecordKey("s", $"{i}"), People.Record("x", values: [$"Name{i}"]).Values) { Identifiers = [new("card", "shop", "77")] })];
        StandardizedTable table = StandardizedTable.Of(records);
        var policies = new IdentifierPolicies([new IdentifierPolicy("card", strength)]);

        Assert.Equal(decides ? 1 : 0, BlockIndex.Build(IdentifierRule.Deciding(policies), table, MatchNodes.Of(table), 10, new ParallelOptions()).BlockCount);
        Assert.Equal(decides ? 0 : 1, BlockIndex.Build(IdentifierRule.Hinting(policies), table, MatchNodes.Of(table), 10, new ParallelOptions()).BlockCount);
    }

    [Fact]
    public void IdentifierRule_BlockedValue_IsNoKey()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 2).Select(i => new SourceRecord(People.Schema, new RecordKey("s", $"{i}"), People.Record("x", values: [$"Name{i}"]).Values) { Identifiers = [new("card", "shop", "0000")] })];
        StandardizedTable table = StandardizedTable.Of(records);
        var policies = new IdentifierPolicies([new IdentifierPolicy("card", IdentifierStrength.Unique) { BlockedValues = ["0000"] }]);

        Assert.Equal(1, BlockIndex.Build(IdentifierRule.Deciding(IdentifierPolicies.Default), table, MatchNodes.Of(table), 10, new ParallelOptions()).BlockCount);
        Assert.Equal(0, BlockIndex.Build(IdentifierRule.Deciding(policies), table, MatchNodes.Of(table), 10, new ParallelOptions()).BlockCount);
    }

    private static (CandidatePairs Candidates, MatchNodes Nodes) Candidates(SourceRecord[] records, params IBlockingRule[] rules)
    {
        StandardizedTable table = StandardizedTable.Of(records);
        MatchNodes nodes = MatchNodes.Of(table);
        return (new CandidatePairs(nodes, rules.Select(rule => BlockIndex.Build(rule, table, nodes, 1000, new ParallelOptions()))), nodes);
    }

    private static List<(int Rule, int Left, int Right)> Visit(CandidatePairs candidates) =>
        candidates.Visit<object?, (int, int, int)>(static () => null, static (_, rule, left, rights, found) => found.AddRange(rights.ToArray().Select(right => (rule, left, right))), null, new ParallelOptions());

    private static IEnumerable<(int, int)> Definition(IBlockingRule[] rules, StandardizedTable table, MatchNodes nodes)
    {
        HashSet<(int, ulong)>[] keys = [.. Enumerable.Range(0, nodes.Count).Select(node => rules.SelectMany((rule, r) =>
        {
            var own = new List<ulong>();
            rule.Prepare(table).AddKeys(nodes.Representative(node), own);
            return own.Select(key => (r, key));
        }).ToHashSet())];
        return from left in Enumerable.Range(0, nodes.Count)
               from right in Enumerable.Range(left + 1, nodes.Count - left - 1)
               where keys[left].Overlaps(keys[right])
               select (left, right);
    }
}
