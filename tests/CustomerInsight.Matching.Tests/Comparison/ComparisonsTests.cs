namespace CustomerInsight.Matching.Tests;

public class ComparisonsTests
{
    private static readonly RecordSchema Schema = new(
    [
        new("full_name", AttributeKind.FullName),
        new("postcode", AttributeKind.Postcode),
        new("email", AttributeKind.Email),
        new("phone", AttributeKind.Phone),
        new("company_name", AttributeKind.CompanyName),
        new("street_address", AttributeKind.StreetAddress),
        new("note", AttributeKind.Text),
        new("income", AttributeKind.Number),
        new("place", AttributeKind.GeoPoint),
        new("latitude", AttributeKind.Number),
        new("longitude", AttributeKind.Number),
        new("tag", AttributeKind.Category),
    ]);

    private static readonly Comparison[] All =
    [
        Comparisons.FullName("full_name"), Comparisons.GivenName("full_name"), Comparisons.FamilyName("full_name"), Comparisons.Postcode("postcode", withArea: true),
        Comparisons.Email("email", withDomain: true), Comparisons.Phone("phone"), Comparisons.NationalId("phone"), Comparisons.CompanyName("company_name"),
        Comparisons.Address("street_address"), Comparisons.FreeText("note"), Comparisons.Number("income"), Comparisons.GeoPoint("place"),
        Comparisons.GeoPoint("latitude", "longitude", "position"), Comparisons.Values("tag"), Comparisons.Word("tag"), Comparisons.Exact("tag"), Comparisons.DateOfBirth("note"),
    ];

    /// <summary>Comparisons here that are given values which are not of their kind; such values agree with nothing.</summary>
    private static readonly string[] OfTexts = ["date of birth", "position"];

    [Theory]
    [InlineData("SW1A 1AA", "sw1a1aa", "same")]
    [InlineData("SW1A 1AA", "SW1A 1AB", "one typing error")]
    [InlineData("SW1A 1AA", "SW1A 1BD", "same but for the last two")]
    [InlineData("SW1A 1AA", "SW1A 2BD", "same but for the last three")]
    [InlineData("SW1A 1AA", "LS1 4DY", "different")]
    public void Postcode_WithArea_KnowsSectorAndDistrict(string left, string right, string level) =>
        Assert.Equal(level, Level(Comparisons.Postcode("postcode", withArea: true), "postcode", [left], [right]));

    [Theory]
    [InlineData("ann@acme.com", "ann@acme.org", "same user part")]
    [InlineData("ann@acme.com", "bob.grant@acme.com", "same domain")]
    [InlineData("ann@acme.com", "bob.grant@home.net", "different")]
    public void Email_WithDomain_KnowsTheDomain(string left, string right, string level) =>
        Assert.Equal(level, Level(Comparisons.Email("email", withDomain: true), "email", [left], [right]));

    [Theory]
    [InlineData("Acme Ltd", "ACME Ltd.", "same")]
    [InlineData("Acme Ltd", "Acme Limited", "same but for the legal form")]
    [InlineData("Northern Steel Works Inc", "Northern Steel Work LLC", "alike (Jaro-Winkler from 0.92)")]
    [InlineData("Northern Steel Works", "Steel Works Northern GmbH", "words alike (token set from 0.8)")]
    [InlineData("Acme Ltd", "Zenith Ltd", "different")]
    public void CompanyName_LegalFormsAside_IsCompared(string left, string right, string level) =>
        Assert.Equal(level, Level(Comparisons.CompanyName("company_name"), "company_name", [left], [right]));

    [Theory]
    [InlineData("calls on friday about the bill", "on Friday calls about the bill!", "nearly the same words (Dice from 0.8)")]
    [InlineData("the bill", "calls on friday about the bill", "all words of one in the other")]
    [InlineData("wants a red bicycle", "bought a red car", "half the words shared (Dice from 0.5)")]
    [InlineData("wants a red bicycle", "wants two blue cars", "some words shared (Dice from 0.25)")]
    [InlineData("wants a red bicycle", "moved to Leeds", "different")]
    public void FreeText_ByItsWords_IsCompared(string left, string right, string level) =>
        Assert.Equal(level, Level(Comparisons.FreeText("note"), "note", [left], [right]));

    [Theory]
    [InlineData("1,000", "1000.0", "same")]
    [InlineData("1000", "1009", "within 1 %")]
    [InlineData("1000", "1040", "within 5 %")]
    [InlineData("1000", "1200", "within 20 %")]
    [InlineData("1000", "2000", "different")]
    [InlineData("1000", "much", null)]
    public void Number_ByShares_IsCompared(string left, string right, string? level) =>
        Assert.Equal(level, Level(Comparisons.Number("income"), "income", [left], [right]));

    [Theory]
    [InlineData("51.5074,-0.1278", "51.5075,-0.1278", "within 0.1 km")]
    [InlineData("51.5074,-0.1278", "51.51,-0.1278", "within 1 km")]
    [InlineData("51.5074,-0.1278", "51.47,-0.4543", "within 100 km")]
    [InlineData("51.5074,-0.1278", "48.8566,2.3522", "different")]
    [InlineData("51.5074,-0.1278", "0,0", null)]
    public void GeoPoint_ByDistance_IsCompared(string left, string right, string? level) =>
        Assert.Equal(level, Level(Comparisons.GeoPoint("place"), "place", [left], [right]));

    [Theory]
    [InlineData(new[] { "a", "b" }, new[] { "b", "a" }, "all values shared")]
    [InlineData(new[] { "a", "b", "c" }, new[] { "a", "b" }, "half the values shared")]
    [InlineData(new[] { "a", "b", "c", "d" }, new[] { "a", "b", "e", "f" }, "two values shared")]
    [InlineData(new[] { "a", "b" }, new[] { "a", "c" }, "a value shared")]
    [InlineData(new[] { "a" }, new[] { "b" }, "different")]
    [InlineData(new string[0], new[] { "b" }, null)]
    public void Values_OfArrays_AreCompared(string[] left, string[] right, string? level) =>
        Assert.Equal(level, Level(Comparisons.Values("tag"), "tag", left, right));

    [Fact]
    public void All_AnyPair_AreSymmetricAndAHigherRungForTheRecordItself()
    {
        var random = new SeededRandom(7);
        string[] words = ["Acme Ltd", "acme", "SW1A 1AA", "SW1A", "ann@acme.com", "12", "12.5", "1980-04-05", "1980", "51.5,-0.12", "51.5,-0.13", "07700900123", "red"];
        SourceRecord[] records = [.. Enumerable.Range(0, 60).Select(i => new SourceRecord(Schema, new RecordKey("s", $"{i}"), Schema.Attributes.Select(_ => Values(random, words)).ToArray()))];
        StandardizedTable table = StandardizedTable.Of(records);
        var compiler = PairTestCompiler.For(table);

        Assert.All(All.Select(comparison => new CompiledComparison(comparison, compiler)), compiled =>
        {
            for (int left = 0; left < table.Count; left++)
            {
                Assert.True(OfTexts.Contains(compiled.Comparison.Name) || compiled.Level(left, left) != compiled.LevelCount - 1);
                for (int right = 0; right < left; right++)
                {
                    Assert.Equal(compiled.Level(left, right), compiled.Level(right, left));
                }
            }
        });
    }

    [Fact]
    public void All_LevelNames_AreDifferentWithinALadder() =>
        Assert.All(All, comparison => Assert.Equal(comparison.Levels.Count, comparison.Levels.Select(static level => level.Name).Distinct().Count()));

    [Fact]
    public void Levels_OfOwnLimits_AreTheLimitsGiven()
    {
        Assert.Equal(["same", "within 10 %"], Comparisons.Number("income", shares: [0.1]).Levels.Select(static level => level.Name));
        Assert.Equal(["within 5 km"], Comparisons.GeoPoint("place", kilometres: [5]).Levels.Select(static level => level.Name));
        Assert.Equal(["latitude", "longitude"], Comparisons.GeoPoint("latitude", "longitude").Required);
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparisons.Number("income", shares: [-1]));
    }

    private static AttributeValues Values(SeededRandom random, string[] words) =>
        AttributeValues.Of(Enumerable.Range(0, random.Next(3)).Select(_ => words[random.Next(words.Length)]));

    private static string? Level(Comparison comparison, string attribute, string[] left, string[] right)
    {
        StandardizedTable table = StandardizedTable.Of(new[] { left, right }.Select((values, i) => new SourceRecord(Schema, new RecordKey("s", $"{i}"),
            Schema.Attributes.Select(defined => defined.Name == attribute ? AttributeValues.Of(values) : AttributeValues.None).ToArray())));
        var compiled = new CompiledComparison(comparison, PairTestCompiler.For(table));
        int level = compiled.Level(0, 1);
        return level == CompiledComparison.Missing ? null : compiled.Comparison.LevelName(level);
    }
}
