namespace CustomerInsight.Matching.Tests;

public class SharedValueTests
{
    [Fact]
    public void Run_AMailboxOfTheFirm_IsProposedWithoutItsValueInTheReport()
    {
        SourceRecord[] firm = [.. Enumerable.Range(0, 12).Select(i => Person(i, "info@firm.com"))];

        InsightRun run = Run([.. firm, .. Enumerable.Range(100, 60).Select(i => Person(i, $"p{i}@a.com"))]);

        SharedValue shared = Assert.Single(run.Matches()!.SharedValues);
        Assert.Equal(("email", false, "info@firm.com", 12, 12), (shared.Field, shared.IsIdentifier, shared.Value, shared.Contents, shared.Customers));
        Assert.DoesNotContain("info", shared.ToString(), StringComparison.Ordinal);
        Assert.Contains(run.Report.Lines, line => line.Code == "shared-values" && line.Count == 1 && line.Text.Contains("email", StringComparison.Ordinal));
        Assert.DoesNotContain("info@", run.Report.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PhonesOfCouples_AreNotProposed()
    {
        InsightRun run = Run([.. Enumerable.Range(0, 80).Select(i => Person(i, $"p{i}@a.com", $"0770090{i / 2:0000}"))]);

        Assert.Empty(run.Matches()!.SharedValues);
        Assert.DoesNotContain(run.Report.Lines, line => line.Code == "shared-values");
    }

    [Theory]
    [InlineData(IdentifierStrength.Shared, 1)]
    [InlineData(IdentifierStrength.Weak, 0)]
    public void Run_AnIdentifierOfMany_IsProposedUnlessItsTypeIsWeak(IdentifierStrength strength, int proposals)
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 60).Select(i => new SourceRecord(People.Schema, new RecordKey("s", $"{i}"), Person(i, $"p{i}@a.com").Values) { Identifiers = [new("device", "app", i < 9 ? "kiosk" : $"d{i}")] })];

        ValueList<SharedValue> found = Run(records, new IdentifierPolicy("device", strength)).Matches()!.SharedValues;

        Assert.Equal(proposals, found.Count);
        Assert.All(found, shared => Assert.Equal(("device in app", true, "kiosk", 9), (shared.Field, shared.IsIdentifier, shared.Value, shared.Customers)));
    }

    [Fact]
    public void Run_ValuesOfAQuarantinedCluster_AreProposed()
    {
        SourceRecord[] hub = [.. Enumerable.Range(0, 12).Select(i => Person(i, "info@firm.com"))];
        SourceRecord[] records = [.. hub, .. Enumerable.Range(100, 60).Select(i => Person(i, $"p{i}@a.com"))];
        MatchRule rule = new("one e-mail", Condition.Same("email"), BlockingRule.On("email"));
        MatchingStage Stage(int largest) => new(schema => PeopleDesign.For(schema) with { MatchRules = [rule] }, new MatchingOptions { LargestCluster = largest }, TaughtTrainer.Instance);

        MatchResult joined = Runs.Of(records, stage: Stage(100)).Matches()!;
        MatchResult quarantined = Runs.Of(records, stage: Stage(6)).Matches()!;

        Assert.Empty(joined.SharedValues);
        Assert.Single(quarantined.Quarantined);
        Assert.Equal(12, Assert.Single(quarantined.SharedValues).Customers);
    }

    [Fact]
    public void Outstanding_CountsFallingOffByHalf_HasNone()
    {
        var tally = new ValueTally(1023);
        int value = 0;
        for (int customers = 1; customers <= 10; customers++)
        {
            for (int i = 0; i < 1 << (10 - customers); i++, value++)
            {
                for (int cluster = 0; cluster < customers; cluster++)
                {
                    tally.Add(value, cluster);
                }
            }
        }

        Assert.Empty(tally.Outstanding([.. Enumerable.Range(0, 1023)]));
    }

    private static SourceRecord Person(int i, string mail, string? phone = null) =>
        People.Record($"{i}", "s", $"{(char)('A' + (i % 26))}{(char)('a' + (i * 7 % 26))}vor{(char)('a' + (i * 3 % 26))}", $"{(char)('A' + (i * 11 % 26))}u{(char)('a' + (i * 5 % 26))}{(char)('a' + (i / 26))}sky", $"19{40 + (i % 50)}-0{1 + (i % 9)}-{10 + (i % 18)}", mail, phone, $"Town{i}");

    private static InsightRun Run(SourceRecord[] records, IdentifierPolicy? policy = null)
    {
        IdentifierPolicies policies = policy is null ? IdentifierPolicies.Default : new([policy]);
        return new InsightEngine(new InsightSetup
        {
            RecordSources = ListSource.BySource(records),
            Stages = [new MatchingStage(schema => PeopleDesign.For(schema, policies), trainer: TaughtTrainer.Instance)],
        }).RunAsync().GetAwaiter().GetResult();
    }
}
