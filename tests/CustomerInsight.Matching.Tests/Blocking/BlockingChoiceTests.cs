namespace CustomerInsight.Matching.Tests;

public class BlockingChoiceTests
{
    private static readonly MatchingOptions Options = new() { EveryPairUpTo = 0, LargestBlock = 40, PairsPerRecord = 8 };

    [Fact]
    public void Run_RecordsInAnyOrder_ChoosesTheSameRulesAndRefusesTheSameBlocks()
    {
        SourceRecord[] records = Crowd(1);
        BlockingChoice choice = Choice(Runs.Of(records, Options));

        Assert.True(choice.Rules.Count > 3);
        foreach (ulong seed in new ulong[] { 1, 2, 3 })
        {
            var random = new SeededRandom(seed);
            SourceRecord[] shuffled = [.. records.OrderBy(_ => random.NextBits())];
            BlockingChoice other = Choice(Runs.Of(shuffled, Options));
            Assert.Equal(choice.Rules.Select(static rule => rule.Rule.Name), other.Rules.Select(static rule => rule.Rule.Name));
            Assert.Equal(choice.Rules.Select(static rule => rule.Oversize), other.Rules.Select(static rule => rule.Oversize));
            Assert.Equal(choice.Recall, other.Recall);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_AnyBudget_IsKept(int pairsPerRecord)
    {
        var options = new MatchingOptions { EveryPairUpTo = 0, PairsPerRecord = pairsPerRecord };
        MatchResult result = Runs.Of(Crowd(2), options).Matches()!;

        // A tenth may be spent beyond it on blocks that are refined, and overlaps are estimated.
        Assert.InRange(result.PairsCompared, 1, 1.25 * pairsPerRecord * result.Contents);
    }

    [Fact]
    public void Run_WithChosenRules_FindsNearlyAllDoubles()
    {
        SourceRecord[] records = MatchTrainerTests.Doubles(600);
        InsightRun run = Runs.Of(records, new MatchingOptions { EveryPairUpTo = 0, PairsPerRecord = 5 });

        PairwiseQuality quality = PairwiseQuality.Of(run.Clusters.SelectMany((cluster, i) => cluster.Records.Select(record => (i, run.Records.Records[record].Key.Id[..4]))));
        Assert.True(quality.F1 > 0.97, $"F1 {quality.F1}");
        Assert.True(run.Matches()!.PairsCompared < 6 * run.Matches()!.Contents);
    }

    [Fact]
    public void Run_FewPairsInAll_ComparesEveryPair()
    {
        MatchResult result = Runs.Of(MatchTrainerTests.Doubles(60)).Matches()!;

        Assert.Equal((long)result.Contents * (result.Contents - 1) / 2, result.PairsCompared);
    }

    [Fact]
    public void Run_AModelThatHasRules_UsesThemOnOtherRecordsToo()
    {
        InsightRun trained = Runs.Of(Crowd(3), Options);
        var model = (MatchModel)trained.Matches()!.Model;
        InsightRun run = Runs.Of(Crowd(4), stage: new MatchingStage(options: new MatchingOptions { EveryPairUpTo = 0, LargestBlock = 40, Refine = false }, trainer: new Fixed(model)));

        // Rules on identifiers are made anew with the policies of the run; all else is as it was.
        Assert.Equal(model.Blocking!.Rules.Select(static chosen => (chosen.Rule.Name, chosen.Oversize)), Choice(run).Rules.Select(static chosen => (chosen.Rule.Name, chosen.Oversize)));
        Assert.Equal(model.Blocking.Rules.Select(static rule => rule.Rule.Name), run.Matches()!.RulesUsed.Select(static rule => rule.Rule));
    }

    [Fact]
    public void Run_AModelOfAnotherDesign_IsGivenTheRulesThatThisOneNeeds()
    {
        var model = (MatchModel)Runs.Of(Crowd(3), Options).Matches()!.Model;
        var needed = new MatchRule("same first units", Condition.Same("family_name"), BlockingRule.On(new BlockingPart("family_name", ValuePart.Prefix(9))));
        StandardizedTable table = StandardizedTable.Of(Crowd(4));
        var nodes = MatchNodes.Of(table, LinkMode.LinkOnly);
        MatchDesign design = PeopleDesign.For(table.Schema) with { MatchRules = [needed] };
        var bare = model.WithBlocking(model.Blocking! with { Rules = [.. model.Blocking!.Rules.Where(static rule => rule.Rule is BlockingRule)] });

        BlockingPlan plan = BlockingPlan.Make(design, new BlockingColumns(table, nodes), Options, bare, new ParallelOptions());
        Assert.Equal(
            [.. bare.Blocking!.Rules.Select(static rule => rule.Rule.Name), IdentifierRule.Deciding(design.Identifiers).Name, needed.FoundBy.Name, SameContentRule.Instance.Name],
            plan.Choice.Rules.Select(static rule => rule.Rule.Name));
        Assert.Equal(plan.Choice, BlockingPlan.Make(design, new BlockingColumns(table, nodes), Options, model.WithBlocking(plan.Choice), new ParallelOptions()).Choice);
    }

    [Fact]
    public void Run_AModelThatWasGiven_ComparesWhatItsRulesFindHoweverFewRecordsThereAre()
    {
        InsightRun trained = Runs.Of(MatchTrainerTests.Doubles(30));
        InsightRun run = Runs.Of(MatchTrainerTests.Doubles(30), stage: new MatchingStage(trainer: new PretrainedModel((MatchModel)trained.Matches()!.Model)));

        Assert.Contains(trained.Matches()!.RulesUsed, static rule => rule.Rule == EveryPairRule.Instance.Name);
        Assert.Equal(Choice(trained).Rules.Select(static rule => rule.Rule.Name), run.Matches()!.RulesUsed.Select(static rule => rule.Rule));
        Assert.True(run.Matches()!.PairsCompared < trained.Matches()!.PairsCompared);
    }

    [Fact]
    public void Of_RulesOnTheRarestWords_TakeThoseThatWereRareWhenTheyWereChosen()
    {
        // At first nearly everybody is called Ann; later it is Lee that is common.
        StandardizedTable then = Names([.. Enumerable.Range(0, 9).Select(static i => $"Ann Name{i}"), "Ann Lee", "Zoe Lee"]);
        StandardizedTable now = Names(["Ann Lee", "Zoe Lee", .. Enumerable.Range(0, 9).Select(static i => $"Name{i} Lee"), "Ann Other"]);
        BlockingRule rule = BlockingRule.On(BlockingPart.RarestWords("name", 1));
        var design = new MatchDesign { Comparisons = default, BlockingRules = [rule], DeterministicRules = default, TrainingRules = default };
        var options = new MatchingOptions { LargestBlock = 10 };
        BlockingChoice choice = Plan(design, then, options).Choice;

        Assert.Equal((10, 2, 1), (Count("ann"), Count("lee"), Count("zoe")));
        Assert.Equal(["lee", "zoe", .. Enumerable.Range(0, 9).Select(static i => $"name{i}"), "other"], Words(choice, now));
        Assert.Equal(["ann", "zoe", .. Enumerable.Range(0, 9).Select(static i => $"name{i}"), "other"], Words(null, now));

        // Without counts all are equally rare, and the first in ordinal order counts.
        Assert.Equal(["ann", "lee", .. Enumerable.Repeat("lee", 9), "ann"], Words(choice with { WordCounts = default }, now));

        int Count(string word) => choice.WordCounts[0].CountOf(StableHash.Of(word));

        IEnumerable<string> Words(BlockingChoice? chosen, StandardizedTable table)
        {
            PartHashes hashes = new BlockingColumns(table, MatchNodes.Of(table), chosen).Hashes(rule.Parts[0]);
            return Enumerable.Range(0, table.Count).Select(record => table.Column(0).First(record)!.Split(' ').Single(word => StableHash.Of(word) == hashes.Hashes(hashes.Values(record)[0])[0]));
        }
    }

    [Fact]
    public void Make_AModelWithRulesOfItsOwn_CountsOnlyTheWordsThatFurtherRulesLookAt()
    {
        StandardizedTable table = Names([.. Enumerable.Range(0, 9).Select(static i => $"Ann Name{i}")]);
        var design = new MatchDesign { Comparisons = default, BlockingRules = [], DeterministicRules = default, TrainingRules = default, MatchRules = [new("words", Condition.SharesWord("name"), BlockingRule.On(BlockingPart.RarestWords("name", 2)))] };
        MatchModel bare = new MatchModel(0.001, [], new Dictionary<string, TermFrequencies>(), IdentifierPolicies.Default, 1);
        var known = new BlockingChoice([new(BlockingRule.On(BlockingPart.RarestWords("name", 1)), default)], null);

        Assert.Equal(9, Made(known with { Rules = [] }).WordCounts.Single().CountOf(StableHash.Of("ann")));
        Assert.Empty(Made(known).WordCounts);

        BlockingChoice Made(BlockingChoice choice) => BlockingPlan.Make(design, new BlockingColumns(table, MatchNodes.Of(table)), new MatchingOptions(), bare.WithBlocking(choice), new ParallelOptions()).Choice;
    }

    [Fact]
    public void ToString_OfAnEstimate_SaysWhatItCovers() =>
        Assert.Contains("of the matches that the model recognises (95 % interval 90.0 % to 97.0 %, sampling error only, from 10 sampled matches)", new BlockingRecall(0.95, 0.9, 0.97, 10).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Run_ABlockThatGrewSinceTraining_CountsAndIsReported()
    {
        var design = new MatchDesign { Comparisons = default, BlockingRules = [BlockingRule.On("given_name")], DeterministicRules = default, TrainingRules = default };
        StandardizedTable few = StandardizedTable.Of([.. Enumerable.Range(0, 5).Select(i => People.Record($"r{i}", values: ["Ann", $"Family{i}"]))]);
        StandardizedTable many = StandardizedTable.Of([.. Enumerable.Range(0, 20).Select(i => People.Record($"r{i}", values: ["Ann", $"Family{i}"]))]);
        var options = new MatchingOptions { LargestBlock = 10 };
        BlockingPlan before = Plan(design, few, options);
        BlockingPlan after = BlockingPlan.Of(before.Choice, many, MatchNodes.Of(many), options, new ParallelOptions());

        Assert.Equal(0, before.Used.Sum(static rule => rule.GrownBlocks));
        Assert.Equal(1, after.Used.Sum(static rule => rule.GrownBlocks));
        Assert.Equal(190, after.Candidates.Bound);
    }

    [Fact]
    public void Plan_ABlockOverTheLimit_IsRefinedByTheAttributeThatSplitsItBest()
    {
        StandardizedTable table = StandardizedTable.Of([.. Enumerable.Range(0, 200).Select(i => People.Record($"r{i}", values: ["Ann", $"Family{i}", null, null, null, $"Town{i / 10}"]))]);
        var design = new MatchDesign
        {
            Comparisons = default,
            BlockingRules = [BlockingRule.On("given_name")],
            DeterministicRules = default,
            TrainingRules = default,
            BlockingParts = ["family_name", "city"],
        };
        BlockingPlan plan = Plan(design, table, new MatchingOptions { LargestBlock = 50, EveryPairUpTo = 0 });

        // Both attributes split it without loss, but by the first nobody meets.
        OversizeBlock refined = Assert.Single(plan.Choice.Rules.Single(static rule => rule.Rule.Name == "given_name").Oversize);
        Assert.Equal("city", refined.RefinedBy?.Attribute);
        Assert.Equal(20 * 45, plan.Used.Single(static rule => rule.Rule == "given_name").Pairs);
        Assert.Equal(1, plan.Used.Single(static rule => rule.Rule == "given_name").RefinedBlocks);
    }

    [Fact]
    public void Plan_ABlockOverTheLimitThatNothingSplits_IsRefusedByItsKey()
    {
        StandardizedTable table = StandardizedTable.Of([.. Enumerable.Range(0, 60).Select(i => People.Record($"r{i}", values: ["Ann", $"Family{i}"]))]);
        var design = new MatchDesign { Comparisons = default, BlockingRules = [BlockingRule.On("given_name")], DeterministicRules = default, TrainingRules = default, BlockingParts = ["city", "email"] };
        BlockingPlan plan = Plan(design, table, new MatchingOptions { LargestBlock = 50, EveryPairUpTo = 0 });

        OversizeBlock refused = Assert.Single(plan.Choice.Rules.Single(static rule => rule.Rule.Name == "given_name").Oversize);
        Assert.Null(refused.RefinedBy);
        Assert.Equal(1, plan.Used.Single(static rule => rule.Rule == "given_name").HubBlocks);
    }

    [Fact]
    public void Run_OneHugeBlockEmptyColumnsAndAColumnOfOneValue_StayWithinTheBudget()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 20_000).Select(i => People.Record($"r{i:00000}", values: ["Ann", $"Family{i / 2}", null, null, null, "Leeds"]))];
        MatchResult result = Runs.Of(records, new MatchingOptions { RandomPairs = 20_000 }).Matches()!;

        Assert.InRange(result.PairsCompared, 0, 1.25 * 30 * result.Contents);
    }

    [Fact]
    public void Run_LinkOnly_LinksDifferentSourcesOnly()
    {
        SourceRecord[] records = [.. MatchTrainerTests.Doubles(200).SelectMany(record => new[]
        {
            new SourceRecord(People.Schema, new RecordKey("a", record.Key.Id), record.Values),
            new SourceRecord(People.Schema, new RecordKey("b", record.Key.Id), record.Values),
        })];
        foreach (int everyPair in new[] { 0, 1_000_000 })
        {
            InsightRun run = Runs.Of(records, new MatchingOptions { LinkMode = LinkMode.LinkOnly, EveryPairUpTo = everyPair });
            MatchResult result = run.Matches()!;
            Assert.True(result.Links.Count >= 380, $"{result.Links.Count} links");
            Assert.All(result.Links, link => Assert.NotEqual(run.Records.Records[link.Left].Key.Source, run.Records.Records[link.Right].Key.Source));
        }
    }

    [Fact]
    public void Run_DedupeOnly_NeverJoinsSources()
    {
        SourceRecord[] records = [.. MatchTrainerTests.Doubles(200).SelectMany(record => new[]
        {
            new SourceRecord(People.Schema, new RecordKey("a", record.Key.Id), record.Values),
            new SourceRecord(People.Schema, new RecordKey("b", record.Key.Id), record.Values),
        })];
        InsightRun run = Runs.Of(records, new MatchingOptions { LinkMode = LinkMode.DedupeOnly });

        Assert.True(run.Matches()!.Links.Count >= 380, $"{run.Matches()!.Links.Count} links");
        Assert.All(run.Clusters, cluster => Assert.Single(cluster.Records.Select(record => run.Records.Records[record].Key.Source).Distinct()));
    }

    [Fact]
    public void Options_ALinkModeThatThereIsNot_IsRefused() =>
        Assert.Contains("LinkMode", Assert.Throws<ArgumentException>(() => new MatchingStage(options: new MatchingOptions { LinkMode = (LinkMode)3 })).Message, StringComparison.Ordinal);

    private static StandardizedTable Names(string[] names)
    {
        var schema = new RecordSchema([new("name", AttributeKind.FullName)]);
        return StandardizedTable.Of(names.Select((name, i) => new SourceRecord(schema, new RecordKey("s", $"r{i:00}"), [name])));
    }

    private static BlockingChoice Choice(InsightRun run) => run.Matches()!.Blocking;

    private static BlockingPlan Plan(MatchDesign design, StandardizedTable table, MatchingOptions options) =>
        BlockingPlan.Make(design, new BlockingColumns(table, MatchNodes.Of(table)), options, new MatchModel(0.001, [], new Dictionary<string, TermFrequencies>(), IdentifierPolicies.Default, 1), new ParallelOptions());

    /// <summary>Doubles, and a crowd with common names that fills blocks over the limit.</summary>
    private static SourceRecord[] Crowd(ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. MatchTrainerTests.Doubles(300), .. Enumerable.Range(0, 400).Select(i => People.Record(
            $"zz{i:000}", values: [random.Next(3) == 0 ? "Ann" : $"Given{random.Next(60)}", $"Family{random.Next(90)}", $"19{random.Next(50) + 40}-0{random.Next(9) + 1}-1{random.Next(10)}", null, null, $"Town{random.Next(12)}"]))];
    }

    private sealed class Fixed(MatchModel model) : IMatchTrainer
    {
        public MatchTraining Train(StandardizedTable table, MatchDesign design, MatchingOptions options, ParallelOptions parallel) =>
            new(model, new TrainingReport(true, table.Count, 0, 0, model.MatchShare, 0, default, default));
    }
}
