namespace CustomerInsight.Matching.Tests;

/// <summary>Runs with assertions, duplicate-free sources and identifiers that conflict.</summary>
public class ConstrainedRunTests
{
    private static readonly string?[] Zoe = ["Zoe", "Unseld", "1931-02-03", "zoe@unseld.de", "0203000000", "Ulm"];
    private static readonly string?[] Zoee = ["Zoee", "Unseld", "1931-02-03", "zoe@unseld.de", "0203000000", "Ulm"];
    private static readonly string?[] Mara = ["Mara", "Quint", "1977-11-09", "mara@quint.it", "0555000000", "Bari"];

    [Fact]
    public void Run_SourcesSaidToBeDuplicateFree_HaveAtMostOneRecordInEachCluster() =>
        Prop.ForAll(People.Tables(60).ToArbitrary(), records =>
        {
            InsightRun run = Run(records, new MatchConstraints { DuplicateFreeSources = ["a"] });
            return run.Clusters.All(cluster => cluster.Records.Count(record => run.Records.Records[record].Key.Source == "a") <= 1)
                && run.Clusters.SelectMany(cluster => cluster.Records).Order().SequenceEqual(Enumerable.Range(0, run.Records.Count));
        }).Check(Quick.Tests(30));

    [Fact]
    public void Run_IdenticalRecordsOfADuplicateFreeSource_StayApart()
    {
        SourceRecord[] copies = [People.Record("1", "crm", Zoe), People.Record("2", "crm", Zoe), People.Record("1", "shop", Zoe)];

        Assert.Equal(["crm:1,crm:2,shop:1"], Found(Run(copies)));
        Assert.Equal(["crm:1,shop:1", "crm:2"], Found(Run(copies, new MatchConstraints { DuplicateFreeSources = ["crm"] })));
        Assert.Equal(["crm:1,shop:1", "crm:2"], Found(Run(copies, new MatchConstraints { DuplicateFreeSources = ["shop", "crm"] })));
    }

    [Fact]
    public void Run_ADuplicateFreeSource_ComparesNoTwoOfItsRecords()
    {
        SourceRecord[] records = [People.Record("1", "crm", Zoe), People.Record("2", "crm", Zoee)];

        InsightRun run = Run(records, new MatchConstraints { DuplicateFreeSources = ["crm"] });

        Assert.DoesNotContain(run.Matches()!.Pairs, pair => run.Records.Records[pair.Left].Key.Source == "crm" && run.Records.Records[pair.Right].Key.Source == "crm");
        Assert.Equal(run.Matches()!.PairsCompared + 1, Run(records).Matches()!.PairsCompared);
    }

    [Fact]
    public void Run_AnyAssertions_DifferentIsNeverInOneCluster_AndSameIsUnlessItContradicts() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), Gen.Choose(1, int.MaxValue).ToArbitrary(), (records, seed) =>
        {
            var random = new SeededRandom((ulong)seed);
            Assertion[] assertions = [.. Enumerable.Range(0, 8).Select(_ => (Left: records[random.Next(records.Length)].Key, Right: records[random.Next(records.Length)].Key))
                .Where(pair => pair.Left != pair.Right).Select(pair => new Assertion(pair.Left, pair.Right, random.Next(2) == 0 ? AssertionKind.Same : AssertionKind.Different))];
            InsightRun run = Run(records, new MatchConstraints { Assertions = [.. assertions] });
            var clusterOf = run.Clusters.SelectMany((cluster, i) => cluster.Records.Select(record => (run.Records.Records[record].Key, i))).ToDictionary(entry => entry.Key, entry => entry.i);
            return assertions.All(assertion => assertion.Kind == AssertionKind.Different
                ? clusterOf[assertion.Left] != clusterOf[assertion.Right]
                : clusterOf[assertion.Left] == clusterOf[assertion.Right] != run.Matches()!.Contradictions.Contains(assertion));
        }).Check(Quick.Tests(30));

    [Fact]
    public void Run_ConstraintsAndRecordsInAnyOrder_GivesTheSame() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), Gen.Choose(1, int.MaxValue).ToArbitrary(), (records, seed) =>
        {
            var random = new SeededRandom((ulong)seed);
            Assertion[] assertions = [.. Enumerable.Range(0, 6).Select(_ => (Left: records[random.Next(records.Length)].Key, Right: records[random.Next(records.Length)].Key))
                .Where(pair => pair.Left != pair.Right).Select(pair => new Assertion(pair.Left, pair.Right, random.Next(2) == 0 ? AssertionKind.Same : AssertionKind.Different))];
            return Found(Run(records, new MatchConstraints { Assertions = [.. assertions], DuplicateFreeSources = ["b"] }))
                .SequenceEqual(Found(Run([.. records.OrderBy(record => StableHash.Of(record.Key.Id + seed))], new MatchConstraints { Assertions = [.. assertions.Reverse()], DuplicateFreeSources = ["b", "b"] }, threads: 1)));
        }).Check(Quick.Tests(30));

    [Fact]
    public void Run_SaidToBeTheSame_AreWhateverTheySay()
    {
        SourceRecord[] records = [People.Record("1", "s", Zoe), People.Record("2", "s", Mara)];

        InsightRun run = Run(records, new MatchConstraints { Assertions = [Assertion.Same(records[0].Key, records[1].Key)] });

        Assert.Equal(["s:1,s:2"], Found(run));
        Assert.Equal(MatchLink.Asserted, run.Matches()!.Links.Single().Rule);
    }

    [Fact]
    public void Run_IdenticalRecordsSaidToBeDifferent_StayApartAndTheReportSaysSo()
    {
        SourceRecord[] records = [People.Record("1", "s", Zoe), People.Record("2", "s", Zoe), People.Record("3", "s", Zoe)];

        InsightRun run = Run(records, new MatchConstraints { Assertions = [Assertion.Different(records[1].Key, records[0].Key)] });

        Assert.Equal(["s:1,s:3", "s:2"], Found(run));
        Assert.Contains(run.Matches()!.Vetoes, veto => veto.Reason == ApartReason.Assertion && veto.Rule is null);
        Assert.Contains(run.Report.Lines, line => line.Code == "kept-apart");
    }

    [Fact]
    public void Run_AssertionsThatContradict_DifferentHoldsAndTheReportSaysSo()
    {
        SourceRecord[] records = [People.Record("1", "s", Zoe), People.Record("2", "s", Mara), People.Record("3", "s", Zoee)];
        Assertion[] assertions = [Assertion.Same(records[0].Key, records[1].Key), Assertion.Same(records[1].Key, records[2].Key), Assertion.Different(records[0].Key, records[2].Key), Assertion.Same(records[0].Key, new("s", "gone"))];

        InsightRun run = Run(records, new MatchConstraints { Assertions = [.. assertions] });

        Assert.Equal(["s:1,s:2", "s:3"], Found(run));
        Assert.Equal(Assertion.Same(records[1].Key, records[2].Key), Assert.Single(run.Matches()!.Contradictions));
        Assert.Contains(run.Report.Lines, line => line.Code == "assertions-contradict" && line.Count == 1);
        Assert.Contains(run.Report.Lines, line => line.Code == "assertions-unknown" && line.Count == 1);
    }

    [Fact]
    public void Assertion_AboutOneRecord_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Assertion.Same(new("s", "1"), new("s", "1")));

    [Theory]
    [InlineData(IdentifierStrength.Unique, null, false)]
    [InlineData(IdentifierStrength.Unique, 2, true)]
    [InlineData(IdentifierStrength.Strong, null, true)]
    [InlineData(IdentifierStrength.Shared, 1, false)]
    public void Run_TwoValuesOfOneIdentifier_AreOneProfileWhereThePolicyLetsThem(IdentifierStrength strength, int? most, bool together)
    {
        SourceRecord[] records = [Carded("1", Zoe, "c1"), Carded("2", Zoee, "c2")];

        InsightRun run = Run(records, policy: new IdentifierPolicy("card", strength) { MostPerProfile = most });

        Assert.Equal(together ? ["s:1,s:2"] : ["s:1", "s:2"], Found(run));
        Assert.Equal(together ? [] : [(ApartReason.Identifier, "card in eu")], run.Matches()!.Vetoes.Where(veto => veto.Rule is not null).Select(veto => (veto.Reason, veto.Rule!)));
        Assert.DoesNotContain(run.Report.Lines, line => line.Text.Contains("c1", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_TwoValuesOfAUniqueIdentifierInTwoScopes_DoNotConflict()
    {
        SourceRecord[] records = [Carded("1", Zoe, "c1", "eu"), Carded("2", Zoee, "c2", "us")];

        Assert.Equal(["s:1,s:2"], Found(Run(records, policy: new IdentifierPolicy("card", IdentifierStrength.Unique))));
    }

    [Fact]
    public void Run_ABlockedValueOfAUniqueIdentifier_DoesNotConflict()
    {
        SourceRecord[] records = [Carded("1", Zoe, "c1"), Carded("2", Zoee, "0000")];

        Assert.Equal(["s:1,s:2"], Found(Run(records, policy: new IdentifierPolicy("card", IdentifierStrength.Unique) { BlockedValues = ["0000"] })));
    }

    [Fact]
    public void Run_APlainClustererThatKeepsNoConstraint_IsReported()
    {
        SourceRecord[] records = [People.Record("1", "crm", Zoe), People.Record("2", "crm", Zoee), People.Record("3", "shop", ["Zoeh", .. Zoe[1..]])];
        var stage = new MatchingStage(trainer: TaughtTrainer.Instance, clusterer: new ConnectedComponents(), constraints: new MatchConstraints { DuplicateFreeSources = ["crm"] });

        InsightRun run = Run(records, stage);

        Assert.Contains(run.Report.Lines, line => line.Code == "constraints-broken" && line.Text.Contains(nameof(ConnectedComponents), StringComparison.Ordinal));
    }

    private static SourceRecord Carded(string id, string?[] values, string card, string scope = "eu") =>
        new(People.Schema, new RecordKey("s", id), People.Record(id, "s", values).Values) { Identifiers = [new("card", scope, card)] };

    private static InsightRun Run(SourceRecord[] records, MatchConstraints? constraints = null, int threads = 0, IdentifierPolicy? policy = null)
    {
        IdentifierPolicies policies = policy is null ? IdentifierPolicies.Default : new([policy]);
        return Run(records, new MatchingStage(schema => PeopleDesign.For(schema, policies), trainer: TaughtTrainer.Instance, constraints: constraints), threads);
    }

    private static InsightRun Run(SourceRecord[] records, MatchingStage stage, int threads = 0) =>
        new InsightEngine(new InsightSetup { RecordSources = ListSource.BySource(records), Stages = [stage], Options = new InsightOptions { MaxDegreeOfParallelism = threads } }).RunAsync().GetAwaiter().GetResult();

    private static string[] Found(InsightRun run) =>
        [.. run.Clusters.Select(cluster => string.Join(",", cluster.Records.Select(record => run.Records.Records[record].Key.ToString())))];
}
