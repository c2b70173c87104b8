namespace CustomerInsight.Matching.Tests;

/// <summary>Tables of near misses of every kind: several values, missing ones, Chinese characters, halves of surrogate pairs, long texts, whole names, several kinds of entities.</summary>
internal static class DirectPeople
{
    /// <summary>Devices count for a month.</summary>
    public static readonly IdentifierPolicies Policies = new([new("device", IdentifierStrength.Shared) { ExpiresAfterDays = 30 }, new("card", IdentifierStrength.Strong) { BlockedValues = ["0"] }]);

    public static readonly RecordSchema Schema = new(
    [
        new("birth", AttributeKind.DateOfBirth),
        new("company", AttributeKind.CompanyName),
        new("email", AttributeKind.Email),
        new("family", AttributeKind.FamilyName),
        new("full", AttributeKind.FullName),
        new("given", AttributeKind.GivenName),
        new("latitude", AttributeKind.Number),
        new("longitude", AttributeKind.Number),
        new("phone", AttributeKind.Phone),
        new("point", AttributeKind.GeoPoint),
        new("street", AttributeKind.StreetAddress),
    ]);

    private static readonly string?[][] Values =
    [
        ["1980-04-05", "1980-05-04", "05/04/1980", "1981-04-05", "1980-04-06", "1980-14-05", "1980", "1980-04", "1980-04-00", null],
        ["Acme Ltd", "ACME GmbH", "Acme", "The Acme Company", "有限公司", "阿里 有限公司", null, null],
        ["ann@a.com", "ann@b.org", "anne@a.com", "info@firm.com", "@", "no address", null],
        ["Lee", "Leigh", "Grant", "Grent", "Ann", "de la Cruz", "Cruz", "王", "曾", "Wang", "Zeng", "O'Brien", "ab\ud83d", "n/a", null],
        ["Lee, Ann", "Ann Lee", "Lee", "王小明", "欧阳 小明", "test user", "Unknown, Test", null, null],
        ["Ann", "Anne", "Bob", "Rob", "Robert", "R. J.", "Robert John", "Lee", "小明", "晓明", "Xiao Ming", "xiaoming", "Zoé", "\ud840\udc00", "A", null],
        ["51.5", "51.4999", "-33.87", "91", "x", null],
        ["-0.12", "-0.1301", "151.2", null],
        ["07700900123", "07700900132", "+44 7700 900123", "1", null],
        ["51.5,-0.12", "51.4999,-0.1301", "-33.87,151.2", "0,0", "x", null],
        ["1 High Street", "High Street 1", "12 high st", "the old mill high street", "x", new string('a', 300) + " b", new string('a', 300) + " c", null],
    ];

    public static SourceRecord[] Random(ulong seed, int count)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(i => Random(random, i))];
    }

    public static Gen<SourceRecord[]> Tables(int most) =>
        Gen.Choose(1, int.MaxValue).SelectMany(seed => Gen.Choose(1, most).Select(count => Random((ulong)seed, count)));

    /// <summary>What a table holds of a record.</summary>
    public static RecordContent Content(StandardizedTable table, int record, LinkMode mode = LinkMode.DedupeAndLink, IdentifierPolicies? policies = null) => new(
        table.Records[record].EntityKind,
        [.. Enumerable.Range(0, table.Schema.Attributes.Count).Select(table.Column).Select(column => AttributeValues.Of(column.Ids(record).ToArray().Select(id => column.Values[id])))],
        table.Records[record].Identifiers,
        mode == LinkMode.DedupeAndLink ? null : table.Records[record].Key.Source,
        policies?.DependsOnTime(table.Records[record].Identifiers) == true ? table.Records[record].ObservedAt : null);

    private static SourceRecord Random(SeededRandom random, int id)
    {
        AttributeValues[] values = [.. Values.Select(choices => random.Next(5) switch
        {
            0 => AttributeValues.None,
            1 => AttributeValues.Of([Pick(random, choices), Pick(random, choices), Pick(random, choices)]),
            _ => new AttributeValues(Pick(random, choices)),
        })];
        if (random.Next(3) == 0)
        {
            // A whole name and nothing else is taken apart.
            values[3] = values[5] = AttributeValues.None;
        }

        return new SourceRecord(Schema, new RecordKey(random.Next(2) == 0 ? "a" : "b", $"r{id}"), values)
        {
            ObservedAt = random.Next(4) switch { 0 => null, var month => DateTimeOffset.UnixEpoch.AddDays(20 * month) },
            EntityKind = random.Next(6) == 0 ? EntityKind.Organization : EntityKind.Person,
            Identifiers = random.Next(3) switch
            {
                0 => [new Identifier("card", "shop", $"{random.Next(3)}"), new Identifier("device", "", $"{random.Next(3)}")],
                1 => [new Identifier("card", "shop", $"{random.Next(3)}"), new Identifier("card", "shop", $"{random.Next(3)}"), new Identifier("device", "", $"{random.Next(3)}")],
                _ => default,
            },
        };
    }

    private static string? Pick(SeededRandom random, string?[] values) => values[random.Next(values.Length)];
}
