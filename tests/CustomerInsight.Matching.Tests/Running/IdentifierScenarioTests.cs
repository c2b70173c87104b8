namespace CustomerInsight.Matching.Tests;

/// <summary>What identifiers do to whole runs, under policies of each kind.</summary>
public class IdentifierScenarioTests
{
    private static readonly string?[] Zoe = ["Zoe", "Unseld", "1931-02-03", "zoe@unseld.de", "0203000000", "Ulm"];
    private static readonly string?[] Mara = ["Mara", "Quint", "1977-11-09", "mara@quint.it", "0555000000", "Bari"];
    private static readonly string?[] Nobody = [null, null, null, null, null, null];

    private static readonly Identifier Cookie = new("cookie", "shop.example", "c1");

    [Fact]
    public void Run_AnAnonymousVisitor_BecomesKnownByALoginAndUnknownAgainWithoutIt()
    {
        IdentifierPolicies policies = Policies(new IdentifierPolicy("cookie", IdentifierStrength.Strong), new IdentifierPolicy("email", IdentifierStrength.Unique));
        var email = new Identifier("email", "", "zoe@unseld.de");
        SourceRecord customer = Claiming("crm", "1", Zoe, email);
        SourceRecord[] visits = [Claiming("web", "visit-1", Nobody, Cookie), Claiming("web", "visit-2", [.. Nobody[..5], "Ulm"], Cookie)];
        SourceRecord login = Claiming("web", "login", Nobody, Cookie, email);

        Assert.Equal(["crm:1", "web:visit-1,web:visit-2"], Found([customer, .. visits], policies));
        Assert.Equal(["crm:1,web:login,web:visit-1,web:visit-2"], Found([customer, .. visits, login], policies));
        Assert.Equal(["crm:1", "web:visit-1,web:visit-2"], Found([.. visits, customer], policies));
    }

    [Theory]
    [InlineData(IdentifierStrength.Weak)]
    [InlineData(IdentifierStrength.Shared)]
    [InlineData(IdentifierStrength.Strong)]
    public void Run_ADeviceOfTwoPeople_MergesNeitherThemNorTheVisitorWithOne(IdentifierStrength strength)
    {
        IdentifierPolicies policies = Policies(new IdentifierPolicy("cookie", strength), new IdentifierPolicy("user", IdentifierStrength.Unique));
        SourceRecord zoe = Claiming("web", "zoe", [Zoe[0], null, null, Zoe[3]], Cookie, new Identifier("user", "shop", "u1"));
        SourceRecord mara = Claiming("web", "mara", [Mara[0], null, null, Mara[3]], Cookie, new Identifier("user", "shop", "u2"));
        SourceRecord visit = Claiming("web", "visit", Nobody, Cookie);

        Assert.Equal(["web:mara", "web:visit", "web:zoe"], Found([zoe, mara, visit], policies));
        Assert.Equal(["web:mara", "web:visit", "web:zoe"], Found([visit, mara, zoe], policies));

        // Alone on the device, each is who the visitor is, where the device says so much.
        Assert.Equal(strength == IdentifierStrength.Strong ? ["web:visit,web:zoe"] : ["web:visit", "web:zoe"], Found([zoe, visit], policies));
    }

    [Fact]
    public void Run_ADeviceOfTwoPeopleWhoDifferInAllElse_IsNoBridgeBetweenThem()
    {
        IdentifierPolicies policies = Policies(new IdentifierPolicy("cookie", IdentifierStrength.Strong));
        SourceRecord[] people = [Claiming("web", "mara", Mara, Cookie), Claiming("web", "zoe", Zoe, Cookie)];
        SourceRecord visit = Claiming("web", "visit", Nobody, Cookie);

        Assert.Equal(["web:mara", "web:zoe"], Found(people, policies));
        Assert.Equal(["web:mara", "web:visit", "web:zoe"], Found([.. people, visit], policies));

        // A visitor of whom a little more is known is the one it fits.
        InsightRun run = Run([.. people, Claiming("web", "visit", ["Zoe"], Cookie)], policies);
        Assert.Equal(["web:mara", "web:visit,web:zoe"], Found(run));
        Assert.Equal((ApartReason.Rule, MatchVeto.TwoHolders), run.Matches()!.Vetoes.Select(static veto => (veto.Reason, veto.Rule!)).Distinct().Single());

        // What a rule of the host's links, it links.
        var phones = new MatchRule("phones", Condition.Not(Condition.Missing("phone")), BlockingRule.On(new BlockingPart("phone", ValuePart.Prefix(1))));
        Assert.Equal(["web:mara,web:zoe"], Found(Runs.Of(people, stage: new MatchingStage(schema => PeopleDesign.For(schema, policies) with { MatchRules = [phones] }, trainer: TaughtTrainer.Instance))));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    [InlineData(null, true)]
    public void Run_ARecycledPhone_LinksWhileItCounts(int? days, bool together)
    {
        IdentifierPolicies policies = Policies(new IdentifierPolicy("phone", IdentifierStrength.Strong) { ExpiresAfterDays = 365 });
        var phone = new Identifier("phone", "", "0203000000");
        SourceRecord before = Claiming("crm", "1", [Zoe[0]], Day(0), phone);
        SourceRecord after = Claiming("shop", "1", [.. Nobody[..5], "Ulm"], days is { } day ? Day(day) : null, phone);

        Assert.Equal(together ? ["crm:1,shop:1"] : ["crm:1", "shop:1"], Found([before, after], policies));
        Assert.Equal(["crm:1,shop:1"], Found([before, after], Policies(new IdentifierPolicy("phone", IdentifierStrength.Strong))));
    }

    [Fact]
    public void Run_ARecycledPhone_OfRecordsThatSayTheSame_IsStillOnePerson()
    {
        IdentifierPolicies policies = Policies(new IdentifierPolicy("phone", IdentifierStrength.Strong) { ExpiresAfterDays = 30 });
        var phone = new Identifier("phone", "", "0203000000");
        SourceRecord[] visits = [.. Enumerable.Range(0, 5).Select(i => Claiming("shop", $"{i}", Zoe, Day(i * 100), phone))];

        InsightRun run = Run(visits, policies);

        Assert.Equal(5, run.Matches()!.Contents);
        Assert.Equal(["shop:0,shop:1,shop:2,shop:3,shop:4"], Found(run));
        Assert.All(run.Matches()!.Links, link => Assert.NotEqual(MatchLink.IdenticalContent, link.Rule));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(null, true)]
    public void Run_AValueThatMoreClaimThanThePolicyAllows_LinksNothing(int? most, bool links)
    {
        IdentifierPolicies policies = Policies(new IdentifierPolicy("card", IdentifierStrength.Unique) { MostContents = most, MostPerProfile = 1 });
        var card = new Identifier("card", "eu", "77");
        SourceRecord[] holders = [Claiming("zz", "1", [Zoe[0]], card), Claiming("zz", "2", [.. Nobody[..5], "Ulm"], card), Claiming("zz", "3", [.. Nobody[..5], "Bari"], card)];

        InsightRun run = Run([.. MatchTrainerTests.Doubles(60), .. holders, .. holders.Select(static holder => Copy(holder))], policies, new MatchTrainer());

        // Copies are no further contents.
        Assert.Equal(links ? ["zz:1,zz:1c,zz:2,zz:2c,zz:3,zz:3c"] : ["zz:1", "zz:1c", "zz:2", "zz:2c", "zz:3", "zz:3c"], Found(run).Where(static cluster => cluster.StartsWith("zz", StringComparison.Ordinal)));
        Assert.Equal(links ? [] : [card], ((MatchModel)run.Matches()!.Model).HubIdentifiers);
        Assert.Equal(!links, run.Report.Lines.Any(static line => line.Code == "hub-identifiers"));

        static SourceRecord Copy(SourceRecord record) => new(record.Schema, new RecordKey("zz", record.Key.Id + "c"), record.Values) { Identifiers = record.Identifiers };
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(20, true)]
    public void Run_AValueThatThePolicyAllowsMoreToClaimThanABlockHolds_LinksThemAll(int? most, bool links)
    {
        SourceRecord[] members = [.. Enumerable.Range(0, 12).Select(i => Claiming("zz", $"{i:00}", [$"{(char)('a' + i)}x"], new Identifier("household", "", "77")))];
        var options = new MatchingOptions { LargestBlock = 5, EveryPairUpTo = 0, LinkProbability = 0.51 };

        InsightRun run = Run(members, Policies(new IdentifierPolicy("household", IdentifierStrength.Unique) { MostContents = most, MostPerProfile = 9 }), new MatchTrainer(), options);

        Assert.Equal(links ? 1 : 12, run.Clusters.Count);
        Assert.Equal(links ? [] : [members[0].Identifiers[0]], ((MatchModel)run.Matches()!.Model).HubIdentifiers);
    }

    [Fact]
    public void Run_ARecordWithFiveHundredIdentifiers_LinksByEachAndIsOneContent()
    {
        IdentifierPolicies policies = Policies(new IdentifierPolicy("card", IdentifierStrength.Strong));
        Identifier[] cards = [.. Enumerable.Range(0, 500).Select(i => new Identifier("card", "eu", $"{i:000}"))];
        SourceRecord[] others = [.. Enumerable.Range(0, 60).Select(i => Claiming("shop", $"{i:00}", Nobody, cards[i * 8]))];

        InsightRun run = Run([Claiming("crm", "1", Zoe, cards), .. others], policies);

        Assert.Equal(60, run.Matches()!.Pairs.Count(static pair => pair.Weight > 3));
        Assert.All(run.Matches()!.Pairs, static pair => Assert.Equal(12, pair.Weight, 1e-9));
    }

    [Fact]
    public void Run_ABlockedValue_LinksNothingWhateverTheStrength()
    {
        foreach (IdentifierStrength strength in Enum.GetValues<IdentifierStrength>())
        {
            IdentifierPolicies policies = Policies(new IdentifierPolicy("phone", strength) { BlockedValues = ["0"], ExpiresAfterDays = 1, MostContents = 9 });

            Assert.Equal(["a:1", "a:2", "a:3"], Found([Claiming("a", "1", Zoe[..1], new Identifier("phone", "", "0")), Claiming("a", "2", Mara[..1], new Identifier("phone", "", "0")), Claiming("a", "3", Nobody, new Identifier("phone", "", " "))], policies));
        }
    }

    [Fact]
    public void Run_AnyTimesAndOrders_AreTheSameAsByTheDefinition() =>
        Prop.ForAll(People.Tables(25).ToArbitrary(), Gen.Choose(1, int.MaxValue).ToArbitrary(), (records, seed) =>
        {
            var random = new SeededRandom((ulong)seed);
            IdentifierPolicies policies = Policies(new IdentifierPolicy("card", IdentifierStrength.Strong) { ExpiresAfterDays = 10 });
            SourceRecord[] timed = [.. records.Select(record => new SourceRecord(record.Schema, record.Key, record.Values)
            {
                Identifiers = random.Next(2) == 0 ? [new Identifier("card", "shop", $"{random.Next(2)}")] : default,
                ObservedAt = random.Next(4) == 0 ? null : Day(random.Next(30)),
            })];
            InsightRun run = Run(timed, policies);
            InsightRun reversed = Run([.. timed.Reverse()], policies);
            MatchResult result = run.Matches()!;
            return Found(run).SequenceEqual(Found(reversed))
                && result.Pairs.All(pair =>
                {
                    PairEvidence evidence = result.Explain(pair.Left, pair.Right);
                    SourceRecord left = run.Records.Records[pair.Left];
                    SourceRecord right = run.Records.Records[pair.Right];
                    bool counts = left.Identifiers.Intersect(right.Identifiers).Any() && (left.ObservedAt is not { } l || right.ObservedAt is not { } r || Math.Abs((l - r).TotalDays) <= 10);
                    return evidence.Weight == pair.Weight && counts == evidence.Evidence.Any(static line => line.Comparison == "identifier");
                });
        }).Check(Quick.Tests(8));

    private static IdentifierPolicies Policies(params IdentifierPolicy[] policies) => new(policies);

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);

    private static SourceRecord Claiming(string source, string id, string?[] values, params Identifier[] identifiers) => Claiming(source, id, values, null, identifiers);

    private static SourceRecord Claiming(string source, string id, string?[] values, DateTimeOffset? at, params Identifier[] identifiers) =>
        new(People.Schema, new RecordKey(source, id), People.Record(id, source, values).Values) { Identifiers = [.. identifiers], ObservedAt = at };

    private static InsightRun Run(SourceRecord[] records, IdentifierPolicies policies, IMatchTrainer? trainer = null, MatchingOptions? options = null) =>
        Runs.Of(records, stage: new MatchingStage(schema => PeopleDesign.For(schema, policies), options, trainer ?? TaughtTrainer.Instance));

    private static string[] Found(SourceRecord[] records, IdentifierPolicies policies) => Found(Run(records, policies));

    private static string[] Found(InsightRun run) =>
        [.. run.Clusters.Select(cluster => string.Join(",", cluster.Records.Select(record => run.Records.Records[record].Key.ToString())))];
}
