namespace CustomerInsight.Matching.Tests;

public class DiagnosisTests
{
    private static readonly SourceRecord[] Crowd = MatchTrainerTests.Doubles(150);

    [Fact]
    public void WhyNot_EveryPair_HasAReasonExactlyWhenTheTwoAreApart() =>
        Prop.ForAll(People.Tables(25).ToArbitrary(), records =>
        {
            InsightRun run = Runs.Of(records);
            MatchResult result = run.Matches()!;
            return Runs.Pairs(run.Records.Count).All(pair =>
            {
                PairDiagnosis diagnosis = result.WhyNot(pair.Left, pair.Right);
                bool together = run.Clusters.Any(cluster => cluster.Records.Contains(pair.Left) && cluster.Records.Contains(pair.Right));
                return diagnosis.SameCluster == together && (diagnosis.Causes.Count == 0) == together
                    && diagnosis.Evidence == result.Explain(pair.Left, pair.Right) && diagnosis.FoundBy == result.FoundBy(pair.Left, pair.Right);
            });
        }).Check(Quick.Tests(15));

    [Fact]
    public void WhyNot_NothingInCommon_NamesBlockingAndTheMissingBits()
    {
        PairDiagnosis diagnosis = WhyNot(
            People.Record("zz1", values: ["Quentin", "Zabel", "1931-02-03", "q@zabel.de", "0203000000", "Ulm"]),
            People.Record("zz2", values: ["Ottilie", "Xander", "1977-11-30", "o@xander.ch", "0711999999", "Bern"]));

        Assert.Equal([NotLinkedReason.NotCompared, NotLinkedReason.BelowThreshold], diagnosis.Causes.Select(static cause => cause.Reason));
        Assert.StartsWith("no blocking rule brought them together", diagnosis.Explain(), StringComparison.Ordinal);
        Assert.Contains("bits below the threshold of 3.2 (probability 0.9)", diagnosis.Explain(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zabel", diagnosis.Explain(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void WhyNot_OfDifferentKinds_SaysSo()
    {
        SourceRecord person = People.Record("zz1", values: ["Quentin", "Zabel", "1931-02-03", "q@zabel.de"]);
        var organisation = new SourceRecord(People.Schema, new RecordKey("s", "zz2"), person.Values) { EntityKind = EntityKind.Organization };

        PairDiagnosis diagnosis = WhyNot(person, organisation);

        Assert.Equal(NotLinkedReason.DifferentKinds, diagnosis.Causes[0].Reason);
        Assert.DoesNotContain(diagnosis.Causes, static cause => cause.Reason == NotLinkedReason.NotCompared);
    }

    [Fact]
    public void WhyNot_TheSameAndTooLittle_SaysHowMuchIsMissing()
    {
        SourceRecord[] anns = [.. Enumerable.Range(0, 5).Select(static i => People.Record($"zz{i}", values: ["Ann"]))];

        PairDiagnosis diagnosis = WhyNot(anns[0], anns[1], anns[2..]);

        Assert.Equal(NotLinkedReason.SaysTooLittle, Assert.Single(diagnosis.Causes).Reason);
        Assert.Contains("they say the same, but too little", diagnosis.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_AValueThatTooManyShare_IsCalledAHub()
    {
        SourceRecord[] office = [.. Enumerable.Range(0, 30).Select(static i => People.Record($"zz{i:00}", values: [$"Given{i}{(char)('a' + i)}", $"{(char)('a' + i)}family", null, null, "0203000000"]))];

        var stage = new MatchingStage(schema => PeopleDesign.For(schema) with { BlockingRules = [BlockingRule.On("phone")], CandidateRules = [], BlockingParts = [] }, new MatchingOptions { LargestBlock = 20 });
        InsightRun run = Runs.Of([.. Crowd, .. office], stage: stage);

        PairDiagnosis diagnosis = run.Matches()!.WhyNot(Position(run, "zz00"), Position(run, "zz01"));

        NotLinkedCause hub = diagnosis.Causes.First(static cause => cause.Reason == NotLinkedReason.HubValue);
        Assert.Contains("30 distinct contents share what rule 'phone' looks at, more than the limit of 20", hub.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_AClusterInQuarantine_SaysHowLargeItIs()
    {
        SourceRecord[] crowd = [.. Enumerable.Range(0, 30).Select(static i => People.Record($"zz{i:00}", values: ["Xaver", "Unseld", "1931-02-03", "x@unseld.de", "0203000000", $"Town{i}"]))];

        PairDiagnosis diagnosis = WhyNot(crowd[0], crowd[1], crowd[2..], new MatchingOptions { LargestCluster = 20 });

        Assert.Equal(NotLinkedReason.Quarantined, Assert.Single(diagnosis.Causes).Reason);
        Assert.Contains("one cluster of 30 records", diagnosis.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_ClustersThatTheClustererKeptApart_SaysSo()
    {
        InsightRun run = Runs.Of(Crowd, stage: new MatchingStage(clusterer: new EachAlone()));
        ScoredPair link = run.Matches()!.Pairs.First(static pair => pair.Probability >= 0.99);

        PairDiagnosis diagnosis = run.Matches()!.WhyNot(link.Left, link.Right);

        Assert.Equal(NotLinkedReason.KeptApart, Assert.Single(diagnosis.Causes).Reason);
        Assert.Equal(link.Rule, diagnosis.FoundBy);
    }

    [Fact]
    public void WhyNot_TwoOfASourceWithoutDuplicates_SaysSo()
    {
        var stage = new MatchingStage(constraints: new MatchConstraints { DuplicateFreeSources = ["s"] });
        InsightRun run = Runs.Of([.. Crowd, People.Record("zz1", values: ["Quentin", "Zabel", "1931-02-03", "q@zabel.de"]), People.Record("zz2", values: ["Quentin", "Zabel", "1931-02-03", "q@zabel.de", null, "Ulm"])], stage: stage);

        PairDiagnosis diagnosis = run.Matches()!.WhyNot(Position(run, "zz1"), Position(run, "zz2"));

        Assert.Equal(NotLinkedReason.DuplicateFreeSource, Assert.Single(diagnosis.Causes).Reason);
        Assert.Null(diagnosis.FoundBy);
    }

    [Fact]
    public void WhyNot_TwoThatAPersonCalledDifferent_SaysSo()
    {
        SourceRecord[] two = [People.Record("zz1", values: ["Quentin", "Zabel", "1931-02-03", "q@zabel.de"]), People.Record("zz2", values: ["Quentin", "Zabel", "1931-02-03", "q@zabel.de", null, "Ulm"])];
        InsightRun run = Runs.Of([.. Crowd, .. two], stage: new MatchingStage(constraints: new MatchConstraints { Assertions = [Assertion.Different(two[0].Key, two[1].Key)] }));

        PairDiagnosis diagnosis = run.Matches()!.WhyNot(Position(run, "zz1"), Position(run, "zz2"));

        Assert.Equal(NotLinkedReason.KeptApart, Assert.Single(diagnosis.Causes).Reason);
        Assert.Contains("a person said", diagnosis.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_JoinedByARuleAndKeptApart_NamesWhatKeepsThemApart()
    {
        SourceRecord[] two = [People.Record("zz1", values: ["Quentin", "Zabel", "1931-02-03", "q@zabel.de"]), People.Record("zz2", values: ["Ottilie", "Xander", "1977-11-30", "q@zabel.de"])];
        MatchingStage Stage(params Assertion[] assertions) => new(
            static schema => PeopleDesign.For(schema) with { MatchRules = [new("same mailbox", Condition.Same("email"), BlockingRule.On("email"))] },
            trainer: TaughtTrainer.Instance,
            constraints: new MatchConstraints { Assertions = [.. assertions] });
        InsightRun run = Runs.Of(two, stage: Stage(Assertion.Different(two[0].Key, two[1].Key)));

        PairDiagnosis diagnosis = run.Matches()!.WhyNot(0, 1);

        Assert.True(diagnosis.Evidence.Weight < 3);
        Assert.Equal(NotLinkedReason.KeptApart, Assert.Single(diagnosis.Causes).Reason);
        Assert.Contains("a rule would link them whatever they weigh, but a person said", diagnosis.Explain(), StringComparison.Ordinal);
        Assert.True(Runs.Of(two, stage: Stage()).Matches()!.WhyNot(0, 1).SameCluster);
    }

    [Fact]
    public void WhyNot_TwoOfOneSourceWhereOnlySourcesLink_AreNotCompared()
    {
        string?[] zoe = ["Zoe", "Unseld", "1931-02-03", "zoe@unseld.de", "0203000000", "Ulm"];
        SourceRecord[] records = [People.Record("1", "a", zoe), People.Record("2", "a", zoe), People.Record("3", "a", [.. zoe[..5], "Bari"])];

        MatchResult result = Runs.Of(records, stage: new MatchingStage(options: new MatchingOptions { LinkMode = LinkMode.LinkOnly }, trainer: TaughtTrainer.Instance)).Matches()!;

        Assert.All(Runs.Pairs(3), pair => Assert.Equal(NotLinkedReason.NotCompared, Assert.Single(result.WhyNot(pair.Left, pair.Right).Causes).Reason));
        Assert.Equal(MatchLink.IdenticalContent, result.FoundBy(0, 1));
        Assert.Null(result.FoundBy(0, 2));
    }

    [Fact]
    public void WhyNot_ARuleOverTheBudget_IsNamed()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 100).Select(static i => People.Record($"zz{i:00}", values: [$"{(char)('a' + (i % 26))}given{i}", "Zabel", null, $"p{i}@x{i}.de", null, "Ulm"]))];

        InsightRun run = Runs.Of([.. Crowd, .. records], new MatchingOptions { PairsPerRecord = 1, EveryPairUpTo = 0 });
        MatchResult result = run.Matches()!;
        int left = Position(run, "zz00");
        int right = Position(run, "zz01");

        PairDiagnosis diagnosis = result.WhyNot(left, right);

        Assert.Contains(diagnosis.Causes, static cause => cause.Reason == NotLinkedReason.RuleLeftOut && cause.Text.Contains("went over the budget", StringComparison.Ordinal));
    }

    [Fact]
    public void WhyNot_ABlockedIdentifierInCommon_IsMentioned()
    {
        SourceRecord[] two = [Holder("zz1", "Quentin"), Holder("zz2", "Ottilie")];
        var stage = new MatchingStage(static schema => PeopleDesign.For(schema, new IdentifierPolicies([new("card", IdentifierStrength.Unique) { BlockedValues = ["0000"] }])));
        InsightRun run = Runs.Of([.. Crowd, .. two], stage: stage);

        PairDiagnosis diagnosis = run.Matches()!.WhyNot(Position(run, "zz1"), Position(run, "zz2"));

        Assert.Contains(diagnosis.Causes, static cause => cause.Reason == NotLinkedReason.HubIdentifier);

        static SourceRecord Holder(string id, string given) => new(People.Schema, new RecordKey("s", id), People.Record(id, values: [given, $"{given}son"]).Values) { Identifiers = [new("card", "shop", "0000")] };
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(30, false)]
    public void WhyNot_AnExpiredIdentifierInCommon_IsMentioned(int days, bool expired)
    {
        SourceRecord[] two = [Holder("zz1", "Quentin", 0), Holder("zz2", "Ottilie", days)];
        var stage = new MatchingStage(static schema => PeopleDesign.For(schema, new IdentifierPolicies([new("card", IdentifierStrength.Shared) { ExpiresAfterDays = 30 }])));
        InsightRun run = Runs.Of([.. Crowd, .. two], stage: stage);

        PairDiagnosis diagnosis = run.Matches()!.WhyNot(Position(run, "zz1"), Position(run, "zz2"));

        Assert.False(diagnosis.SameCluster);
        Assert.Equal(expired, diagnosis.Causes.Any(static cause => cause.Reason == NotLinkedReason.ExpiredIdentifier && cause.Text.Contains("30 days", StringComparison.Ordinal)));
        Assert.Equal(!expired, diagnosis.Evidence.Evidence.Any(static line => line.Comparison == "identifier"));

        static SourceRecord Holder(string id, string given, int day) => new(People.Schema, new RecordKey("s", id), People.Record(id, values: [given, $"{given}son"]).Values)
        {
            Identifiers = [new("card", "shop", "0000")],
            ObservedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day),
        };
    }

    [Fact]
    public void ExplainWithValues_APair_ShowsBothRecordsAndExplainDoesNot()
    {
        InsightRun run = Runs.Of([.. Crowd, People.Record("zz1", values: ["Quentin", "Zabel", "1931-02-03", "q@zabel.de", null, "Ulm"]), People.Record("zz2", values: ["Quentin", "Sabel", "1931-02-03", null, null, "Ulm"])]);
        (int left, int right) = (Position(run, "zz1"), Position(run, "zz2"));

        string text = run.Matches()!.ExplainWithValues(left, right);

        Assert.Contains("family_name: Zabel | Sabel", text, StringComparison.Ordinal);
        Assert.Contains("date_of_birth: 1931-02-03 | 1931-02-03", text, StringComparison.Ordinal);
        Assert.Contains("email: q@zabel.de | -", text, StringComparison.Ordinal);
        Assert.DoesNotContain("phone: -", text, StringComparison.Ordinal);
        Assert.DoesNotContain("abel", run.Matches()!.Explain(left, right).Explain(), StringComparison.Ordinal);
        Assert.Equal(1, text.Split("family_name:").Length - 1);
    }

    private static PairDiagnosis WhyNot(SourceRecord left, SourceRecord right, SourceRecord[]? others = null, MatchingOptions? options = null)
    {
        InsightRun run = Runs.Of([.. Crowd, left, right, .. others ?? []], options ?? new MatchingOptions { EveryPairUpTo = 0 });
        return run.Matches()!.WhyNot(Position(run, left.Key.Id), Position(run, right.Key.Id));
    }

    private static int Position(InsightRun run, string id) => Enumerable.Range(0, run.Records.Count).Single(record => run.Records.Records[record].Key.Id == id);

    private sealed class EachAlone : IClusterer
    {
        public Clustering Cluster(ClusterProblem problem, CancellationToken cancellationToken) => new([.. Enumerable.Range(0, problem.Nodes)], default, default);
    }
}
