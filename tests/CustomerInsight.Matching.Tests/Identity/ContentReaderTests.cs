namespace CustomerInsight.Matching.Tests;

public class ContentReaderTests
{
    private static readonly Dictionary<string, SourceConventions> Conventions = new()
    {
        ["a"] = new SourceConventions { DateOrder = DateOrder.MonthDayYear, PhoneCountryCode = "44" },
    };

    private static readonly ValueList<BlockedValue> Blocked =
        [new("email", "INFO@"), new("email", "Ann@A.com"), new("birth", "05/04/1980"), new("given", "Lee"), new("phone", "07700 900132"), new("nothing", "x")];

    [Fact]
    public void Read_AnyRecord_SaysWhatTheRunMakesOfIt() =>
        Prop.ForAll(DirectPeople.Tables(20).ToArbitrary(), Gen.Elements(LinkMode.DedupeAndLink, LinkMode.LinkOnly).ToArbitrary(), static (records, mode) =>
        {
            StandardizedTable table = ValueBlocking.Of(Table(records), Blocked).Table;
            var reader = new ContentReader(table.Schema, StandardizerSet.Default, Conventions, Blocked, mode, DirectPeople.Policies);
            RecordContent[] contents = [.. table.Records.Select(reader.Read)];
            var comparer = new ContentComparer(table, mode != LinkMode.DedupeAndLink, DirectPeople.Policies);
            return Enumerable.Range(0, table.Count).All(i => contents[i].Equals(DirectPeople.Content(table, i, mode, DirectPeople.Policies)) && contents[i].HashOfValues(table.Schema.Attributes.Count) == comparer.StableHashOf(i))
                && Runs.Pairs(table.Count).All(pair => contents[pair.Left].Equals(contents[pair.Right]) == comparer.Equals(pair.Left, pair.Right)
                    && (!contents[pair.Left].Equals(contents[pair.Right]) || contents[pair.Left].Hash == contents[pair.Right].Hash));
        }).Check(Quick.Tests(100));

    [Fact]
    public void Values_AnyTexts_ComeOutAsTheyWentIn() =>
        Prop.ForAll(Gen.OneOf(Texts.Of("abé"), Texts.Of("a张\ud83d\ude00"), Gen.Choose(100, 40_000).Select(static length => new string('x', length))).ArrayOf().ArrayOf().ToArbitrary(), static texts =>
        {
            AttributeValues[] values = [.. texts.Select(static some => AttributeValues.Of(some))];
            var content = new RecordContent(EntityKind.Person, values, default);
            return content.Values(values.Length).SequenceEqual(values);
        }).Check(Quick.Tests(200));

    [Fact]
    public void Equals_AnyPartThatDiffers_IsAnotherContent()
    {
        RecordContent content = new(EntityKind.Person, ["ann"], [new("card", "", "1")], "a", DateTimeOffset.UnixEpoch);
        RecordContent[] others =
        [
            new(EntityKind.Household, ["ann"], [new("card", "", "1")], "a", DateTimeOffset.UnixEpoch),
            new(EntityKind.Person, ["bob"], [new("card", "", "1")], "a", DateTimeOffset.UnixEpoch),
            new(EntityKind.Person, ["ann"], [new("card", "", "2")], "a", DateTimeOffset.UnixEpoch),
            new(EntityKind.Person, ["ann"], [new("card", "", "1")], "b", DateTimeOffset.UnixEpoch),
            new(EntityKind.Person, ["ann"], [new("card", "", "1")], null, DateTimeOffset.UnixEpoch),
            new(EntityKind.Person, ["ann"], [new("card", "", "1")], "a", DateTimeOffset.UnixEpoch.AddTicks(1)),
            new(EntityKind.Person, ["ann"], [new("card", "", "1")], "a"),
        ];

        Assert.All(others, other => Assert.False(content.Equals(other)));
        Assert.Equal(content, new RecordContent(EntityKind.Person, ["ann"], [new("card", "", "1")], "a", DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(2))));
        Assert.DoesNotContain("ann", content.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone", true)]
    [InlineData("card", false)]
    public void Read_AnIdentifierThatExpires_TellsTimesApart(string type, bool tells)
    {
        var policies = new IdentifierPolicies([new("phone", IdentifierStrength.Shared) { ExpiresAfterDays = 30 }]);
        var reader = new ContentReader(People.Schema, StandardizerSet.Default, Conventions, default, LinkMode.DedupeAndLink, policies);
        RecordContent[] contents = [.. Enumerable.Range(0, 2).Select(day => reader.Read(new SourceRecord(People.Schema, new RecordKey("s", "1"), People.Record("1", "s", "Ann").Values)
        {
            Identifiers = [new(type, "", "1")],
            ObservedAt = DateTimeOffset.UnixEpoch.AddDays(day),
        }))];

        Assert.Equal(!tells, contents[0].Equals(contents[1]));
        Assert.Equal(tells ? DateTimeOffset.UnixEpoch.AddDays(1) : null, contents[1].ObservedAt);
    }

    /// <summary>A table as a run makes it of sources with conventions, some of them without records.</summary>
    private static StandardizedTable Table(SourceRecord[] records) => new InsightEngine(new InsightSetup
    {
        RecordSources = [.. new[] { "a", "b" }.Select(name => new ListSource(name, records.Where(record => record.Key.Source == name)) { Conventions = Conventions.GetValueOrDefault(name, SourceConventions.Default) })],
    }).RunAsync().GetAwaiter().GetResult().Records;
}
