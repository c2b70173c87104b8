namespace CustomerInsight.Matching.Tests;

/// <summary>Small tables of people whose values come from tiny alphabets, so that near and equal values are common.</summary>
internal static class People
{
    public static readonly RecordSchema Schema = new(
    [
        new("given_name", AttributeKind.GivenName),
        new("family_name", AttributeKind.FamilyName),
        new("date_of_birth", AttributeKind.DateOfBirth),
        new("email", AttributeKind.Email),
        new("phone", AttributeKind.Phone),
        new("city", AttributeKind.City),
    ]);

    private static readonly string?[] Given = ["Ann", "Anne", "Anna", "Bob", "Rob", "Lee", "小明", "Zoé", null];
    private static readonly string?[] Family = ["Lee", "Leigh", "Grant", "Grent", "Ann", "王", "O'Brien", null];
    private static readonly string?[] Birth = ["1980-04-05", "1980-05-04", "1981-04-05", "1980-04-06", "1955-01-31", "1980-14-05", "1980", "1980-04-00", null];
    private static readonly string?[] Mail = ["ann@a.com", "ann@b.org", "anne@a.com", "bob@a.com", "lee.grant@c.net", null, null];
    private static readonly string?[] Phones = ["07700900123", "07700900132", "02079460000", null, null];
    private static readonly string?[] Cities = ["Leeds", "Leads", "York", null];

    public static SourceRecord Record(string id, string source = "s", params string?[] values) =>
        new(Schema, new RecordKey(source, id), [.. Enumerable.Range(0, 6).Select(i => new AttributeValues(i < values.Length ? values[i] : null))]);

    /// <summary>Some records with a second e-mail, some with an identifier.</summary>
    public static Gen<SourceRecord[]> Tables(int most) =>
        Gen.Choose(1, int.MaxValue).SelectMany(seed => Gen.Choose(1, most).Select(count => Random((ulong)seed, count)));

    public static SourceRecord[] Random(ulong seed, int count)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(i => Random(random, i))];
    }

    private static SourceRecord Random(SeededRandom random, int id)
    {
        AttributeValues mail = random.Next(5) == 0 ? AttributeValues.Of([Pick(random, Mail), Pick(random, Mail)]) : new AttributeValues(Pick(random, Mail));
        AttributeValues[] values = [Pick(random, Given), Pick(random, Family), Pick(random, Birth), mail, Pick(random, Phones), Pick(random, Cities)];
        return new SourceRecord(Schema, new RecordKey(random.Next(2) == 0 ? "a" : "b", $"r{id}"), values)
        {
            Identifiers = random.Next(6) == 0 ? [new Identifier("card", "shop", $"{random.Next(3)}")] : default,
        };
    }

    private static string? Pick(SeededRandom random, string?[] values) => values[random.Next(values.Length)];
}
