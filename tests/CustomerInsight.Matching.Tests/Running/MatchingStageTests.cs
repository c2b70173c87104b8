using System.Globalization;

namespace CustomerInsight.Matching.Tests;

public class MatchingStageTests
{
    [Fact]
    public void Run_RecordsInAnyOrder_GivesTheSamePartitionLinksAndValues() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (records, seed) =>
        {
            SourceRecord[] shuffled = [.. records];
            var random = new SeededRandom((ulong)seed);
            for (int i = shuffled.Length - 1; i > 0; i--)
            {
                int j = random.Next(i + 1);
                (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
            }

            return Fingerprint(Run(records)) == Fingerprint(Run(shuffled));
        }).Check(Quick.Tests(60));

    [Fact]
    public void Run_RowsTwice_GivesTheSameAsOnce() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), records => Fingerprint(Run(records)) == Fingerprint(Run([.. records, .. records]))).Check(Quick.Tests(40));

    [Fact]
    public void Run_UnderAnotherCulture_GivesTheSame()
    {
        SourceRecord[] records = [.. MatchTrainerTests.Doubles(100), .. People.Random(3, 200).Select(record => new SourceRecord(People.Schema, record.Key, record.Values))];
        string here = Fingerprint(Run(records));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "tr-TR", "de-DE", "ar-SA", "lt-LT" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(here, Fingerprint(Run(records)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Run_OnAnyNumberOfThreads_GivesTheSame()
    {
        SourceRecord[] records = MatchTrainerTests.Doubles(150);

        Assert.Single(new[] { 1, 2, 3, 8 }.Select(threads => Fingerprint(Run(records, threads: threads))).Distinct());
    }

    [Fact]
    public void Run_AnyRecords_ClustersAreAPartition() =>
        Prop.ForAll(People.Tables(60).ToArbitrary(), records =>
        {
            InsightRun run = Run(records);
            return run.Clusters.SelectMany(cluster => cluster.Records).Order().SequenceEqual(Enumerable.Range(0, run.Records.Count))
                && run.Clusters.Select(cluster => cluster.Records[0]).SequenceEqual(run.Clusters.Select(cluster => cluster.Records.Min()).Order());
        }).Check(Quick.Tests(60));

    [Fact]
    public void Run_PeopleWithChangedCopies_FindsThem()
    {
        InsightRun run = Run(MatchTrainerTests.Doubles(300));

        PairwiseQuality quality = PairwiseQuality.Of(run.Clusters.SelectMany((cluster, i) => cluster.Records.Select(record => (i, run.Records.Records[record].Key.Id[..4]))));
        Assert.True(quality.F1 > 0.98, $"F1 {quality.F1}");
        Assert.Equal(300, quality.TruePairs);
    }

    [Fact]
    public void Run_TenThousandIdenticalRecords_AreOneContentAndOneCustomer()
    {
        InsightRun run = Run([.. Enumerable.Range(0, 10_000).Select(i => People.Record($"r{i}", values: ["Ann", "Lee", "1980-04-05", "ann@a.com"]))]);

        Assert.Equal(1, run.Matches()!.Contents);
        Assert.Equal(10_000, Assert.Single(run.Profiles).Records.Count);
        Assert.Equal(9_999, run.Matches()!.Links.Count);
    }

    [Fact]
    public void Run_CopiesThatSayTooLittle_StaySeparateCustomers()
    {
        SourceRecord[] anns = [.. Enumerable.Range(0, 5).Select(i => People.Record($"ann{i}", values: ["Ann"]))];

        InsightRun run = Run([.. MatchTrainerTests.Doubles(300), .. anns]);

        Assert.Equal(5, run.Profiles.Count(profile => profile.Records[0].Id.StartsWith("ann", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_AClusterOverTheLimit_IsQuarantinedAndReported()
    {
        SourceRecord[] crowd = [.. Enumerable.Range(0, 30).Select(i => People.Record($"zz{i:00}", values: ["Xaver", "Unseld", "1931-02-03", "x@unseld.de", "0203000000", $"Town{i}"]))];
        var options = new MatchingOptions { LargestCluster = 20 };

        InsightRun run = Run([.. MatchTrainerTests.Doubles(300), .. crowd], options);

        Assert.Equal(30, Assert.Single(run.Matches()!.Quarantined).Records.Count);
        Assert.Equal(30, run.Profiles.Count(profile => profile.Records[0].Id.StartsWith("zz", StringComparison.Ordinal)));
        Assert.Contains(run.Report.Lines, line => line.Code == "clusters-quarantined");
        Assert.All(run.Clusters, cluster => Assert.True(cluster.Records.Count <= 20));
    }

    [Fact]
    public void Run_AUniqueIdentifier_LinksWhateverTheNames()
    {
        SourceRecord[] records = [.. MatchTrainerTests.Doubles(100)];
        SourceRecord[] two = [Wechat("zz1", "小明", "王", "o1"), Wechat("zz2", "Xiaoming", "Wang", "o1"), Wechat("zz3", "Xiaoming", "Wang", "o2")];
        var stage = new MatchingStage(schema => PeopleDesign.For(schema, new IdentifierPolicies([new("wechat.unionid", IdentifierStrength.Unique)])));

        InsightRun run = Run([.. records, .. two], stage: stage);

        Profile[] found = [.. run.Profiles.Where(profile => profile.Records[0].Id.StartsWith("zz", StringComparison.Ordinal))];
        Assert.Equal(["zz1,zz2", "zz3"], found.Select(profile => string.Join(",", profile.Records.Select(key => key.Id))));
        MatchLink link = run.Matches()!.Links.Single(link => run.Records.Records[link.Left].Key.Id == "zz1");
        Assert.Contains("same wechat.unionid in open-platform", run.Matches()!.Explain(link.Left, link.Right).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoStrictRuleToCountBy_StillLinks()
    {
        var schema = new RecordSchema([new("full_name", AttributeKind.FullName), new("city", AttributeKind.City), new("street_address", AttributeKind.StreetAddress)]);
        SourceRecord[] records = [.. Enumerable.Range(0, 200).SelectMany(i => new[] { "a", "b" }.Select(source => new SourceRecord(schema, new RecordKey(source, $"{i}"), [$"Person{i} Family{i}{i % 7}", source == "a" ? $"Town{i % 50}" : AttributeValues.None, $"{i} Lane{i % 90}"])))];

        InsightRun run = Run(records);

        Assert.Null(run.Matches()!.Training.DeterministicPairs);
        Assert.InRange(run.Profiles.Count, 195, 220);
    }

    [Fact]
    public void Run_ManyRecordsOfIdentifiersAlone_AreAContentForEachIdentifier()
    {
        InsightRun run = Run([.. Enumerable.Range(0, 20_000).Select(i => new SourceRecord(People.Schema, new RecordKey("s", $"{i}"), People.Record("x").Values) { Identifiers = [new("card", "eu", $"{i / 2}")] })]);

        Assert.Equal(10_000, run.Matches()!.Contents);
    }

    [Fact]
    public void Run_IdentifiersAlone_Link()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 3000).Select(i => new SourceRecord(RecordSchema.Empty, new RecordKey("s", $"{i}"), []) { Identifiers = [new("wechat.unionid", "open-platform", $"u{i / 2}")] })];

        Assert.Equal(1500, Run(records).Profiles.Count);
    }

    [Fact]
    public void Run_ADesignOverAttributesThatNobodyHas_LeavesThemOutAndSaysSo()
    {
        var stage = new MatchingStage(schema => new MatchDesign
        {
            Comparisons = [.. PeopleDesign.For(schema).Comparisons, new Comparison("shoe size", ["shoe_size"], [new("same", Condition.Same("shoe_size"))])],
            BlockingRules = [BlockingRule.On("shoe_size"), BlockingRule.On("email")],
            DeterministicRules = [BlockingRule.On("email")],
            TrainingRules = [BlockingRule.On("phone")],
        });

        InsightRun run = Run(MatchTrainerTests.Doubles(100), stage: stage);

        ReportLine line = run.Report.Lines.Single(found => found.Code == "design-left-out");
        Assert.Equal(2, line.Count);
        Assert.Contains("shoe size", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TwoPhonesOfOneKind_ComparesThePlainOneAndNamesTheOther()
    {
        var schema = new RecordSchema([new("alt_phone", AttributeKind.Phone), new("phone", AttributeKind.Phone), new("email", AttributeKind.Email)]);
        SourceRecord[] records = [.. Enumerable.Range(0, 60).Select(i => new SourceRecord(schema, new RecordKey("s", $"{i}"), [AttributeValues.None, $"0770090{i / 2:0000}", $"p{i / 2}@a.com"]))];

        InsightRun run = Run(records);

        Assert.EndsWith(": alt_phone", run.Report.Lines.Single(line => line.Code == "not-compared").Text, StringComparison.Ordinal);
        Assert.Equal(30, run.Profiles.Count);
    }

    [Fact]
    public void Run_AClustererThatBreaksItsContract_IsNamed()
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Run(MatchTrainerTests.Doubles(30), stage: new MatchingStage(clusterer: new ShortClusterer())));

        Assert.Contains(nameof(ShortClusterer), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AComparatorThatThrows_ThrowsAsItWasThrown()
    {
        var stage = new MatchingStage(schema => new MatchDesign
        {
            Comparisons = [new Comparison("given name", ["given_name"], [new("alike", Condition.Similar("given_name", new ThrowingComparator(), 0.5))])],
            BlockingRules = [BlockingRule.On("email")],
            DeterministicRules = [BlockingRule.On("email")],
            TrainingRules = [BlockingRule.On("phone")],
        });

        Assert.Throws<NotSupportedException>(() => Run(MatchTrainerTests.Doubles(30), stage: stage, threads: 1));
    }

    [Fact]
    public void Run_WithoutBuiltInExpectations_GivesFiniteWeights()
    {
        InsightRun run = Run(MatchTrainerTests.Doubles(200), new MatchingOptions { PriorStrength = 0 });

        Assert.All(run.Matches()!.Links, link => Assert.True(double.IsFinite(link.Weight)));
        Assert.InRange(run.Profiles.Count, 195, 210);
    }

    [Fact]
    public void Run_NoRecords_MatchesNothing() => Assert.Null(Run([]).Matches());

    [Fact]
    public void Run_AHandfulOfLookAlikes_StaySeparate()
    {
        SourceRecord[] toys = [.. Enumerable.Range(0, 5).Select(i => People.Record($"{i}", values: [$"Anna{i}", $"Smith{i}", $"19{i + 5}5-0{i + 1}-1{i}", $"anna{i}@a.com", $"0770090000{i}", "Leeds"]))];

        Assert.Equal(5, Run(toys).Profiles.Count);
    }

    [Fact]
    public void Run_AHandfulWithOneTwice_FindsTheOne()
    {
        SourceRecord[] contacts =
        [
            People.Record("1", values: ["Ann", "Lee", "1980-04-05", "ann.lee@a.com", "07700900123", "Leeds"]),
            People.Record("2", values: ["Anne", "Lee", "1980-04-05", "ann.lee@a.com", null, "York"]),
            People.Record("3", values: ["Dmitri", "Okafor", "1955-01-31", "dmitri@b.org", "02079460000", "Leeds"]),
            People.Record("4", values: ["Zoe", "Grant", "1991-12-12", "zg@c.net", "07700900777", "Leeds"]),
            People.Record("5", values: ["Liam", "Hughes", "1973-07-03", "lh@d.net", "07700900888", "York"]),
        ];

        Assert.Equal(["1,2", "3", "4", "5"], Run(contacts).Profiles.Select(profile => string.Join(",", profile.Records.Select(key => key.Id))));
    }

    [Fact]
    public void Run_OneRecord_IsOneCustomer()
    {
        InsightRun run = Run([People.Record("1", values: ["Ann"])]);

        Assert.Single(run.Profiles);
        Assert.Contains(run.Report.Lines, line => line.Code == "not-learned");
    }

    [Fact]
    public void Run_AttributesNobodyIsComparedBy_SaysSo()
    {
        var schema = new RecordSchema([new("shoe_size", AttributeKind.Text)]);
        SourceRecord[] records = [.. Enumerable.Range(0, 30).Select(i => new SourceRecord(schema, new RecordKey("s", $"{i}"), [$"{i}"]))];

        InsightRun run = Run(records);

        Assert.Equal(30, run.Profiles.Count);
        Assert.Contains(run.Report.Lines, line => line.Code == "nothing-to-compare");
    }

    [Fact]
    public void Run_AllColumnsMissing_LeavesEveryRecordOnItsOwn()
    {
        Assert.Equal(50, Run([.. Enumerable.Range(0, 50).Select(i => People.Record($"{i}"))]).Profiles.Count);
    }

    [Fact]
    public void Explain_PositionOutsideTheRun_IsRefused()
    {
        MatchResult result = Run(People.Random(1, 30)).Matches()!;

        Assert.Throws<ArgumentOutOfRangeException>(() => result.Explain(0, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Explain(-1, 0));
    }

    [Theory]
    [InlineData(0, 10, false)]
    [InlineData(0.3, 10, true)]
    [InlineData(1, 0.4, true)]
    [InlineData(1.4, 10, false)]
    [InlineData(double.NaN, 10, false)]
    [InlineData(0.5, -0.4, false)]
    [InlineData(0.5, double.NaN, false)]
    public void Stage_FractionsAtTheLimits_AreNotRoundedBeforeTheCheck(double recall, double prior, bool accepted)
    {
        var options = new MatchingOptions { DeterministicRecall = recall, PriorStrength = prior };

        Assert.Equal(accepted, Record.Exception(() => new MatchingStage(options: options)) is null);
    }

    [Fact]
    public void Stage_OptionsOutOfRange_AreRefusedWithTheOptionsName()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new MatchingStage(options: new MatchingOptions { LinkProbability = 1 }));

        Assert.Contains("LinkProbability", thrown.Message, StringComparison.Ordinal);
    }

    private static InsightRun Run(IReadOnlyList<SourceRecord> records, MatchingOptions? options = null, MatchingStage? stage = null, int threads = 0) =>
        new InsightEngine(new InsightSetup { RecordSources = ListSource.BySource(records), Stages = [stage ?? new MatchingStage(options: options)], Options = new InsightOptions { MaxDegreeOfParallelism = threads } }).RunAsync().GetAwaiter().GetResult();

    private static SourceRecord Wechat(string id, string given, string family, string unionId) =>
        new(People.Schema, new RecordKey("s", id), People.Record(id, values: [given, family]).Values) { Identifiers = [new("wechat.unionid", "open-platform", unionId)] };

    private sealed class ShortClusterer : IClusterer
    {
        public Clustering Cluster(ClusterProblem problem, CancellationToken cancellationToken) => new([0], default, default);
    }

    private sealed class ThrowingComparator : IComparator
    {
        public string Name => "throwing";

        public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => throw new NotSupportedException("not today");
    }

    private static string Fingerprint(InsightRun run)
    {
        IReadOnlyList<SourceRecord> records = run.Records.Records;
        IEnumerable<string> clusters = run.Clusters.Select(cluster => string.Join(",", cluster.Records.Select(record => records[record].Key)));
        IEnumerable<string> links = run.Matches()?.Links.Select(link => string.Create(CultureInfo.InvariantCulture, $"{records[link.Left].Key}-{records[link.Right].Key}:{link.Weight:R}:{link.Rule}")) ?? [];
        IEnumerable<string> fields = run.Profiles.SelectMany(profile => profile.Fields.Select(field => $"{profile.Id}.{field.Name}={string.Join('|', field.Values)} from {field.Winner.Record}"));
        return string.Join(";", clusters.Concat(links).Concat(fields));
    }
}
