namespace CustomerInsight;

/// <summary>Records on their way into a profile, of three sources with schemas of their own.</summary>
internal static class MergeRecords
{
    public static readonly RecordSchema Crm = new(
    [
        new("given_name", AttributeKind.GivenName), new("family_name", AttributeKind.FamilyName), new("email", AttributeKind.Email), new("phone", AttributeKind.Phone),
        new("street_address", AttributeKind.StreetAddress), new("city", AttributeKind.City), new("country", AttributeKind.Country),
    ]);

    public static readonly RecordSchema Shop = new(
        [new("country", AttributeKind.Country), new("email", AttributeKind.Email), new("postcode", AttributeKind.Postcode), new("given_name", AttributeKind.GivenName), new("tier", AttributeKind.Category)]);

    public static readonly RecordSchema Erp = new([new("family_name", AttributeKind.FamilyName), new("city", AttributeKind.City), new("date_of_birth", AttributeKind.DateOfBirth)]);

    private static readonly string?[] Pool = ["Anna", "anna", "ÄNNA", "Bo", "n/a", "1990-02-30", "4/12/82", "a@b.c", "020 7946 0018", "London", null, null, null];

    private static readonly Gen<AttributeValues> Values = Gen.Frequency(
        (5, Gen.Elements(Pool).Select(static value => new AttributeValues(value))),
        (1, Gen.Elements(Pool).ArrayOf(3).Select(static values => AttributeValues.Of(values))));

    private static readonly Gen<MergeRecord> One =
        from source in Gen.Elements("crm", "shop", "erp")
        from id in Gen.Choose(1, 40)
        from day in Gen.Choose(0, 4)
        from rank in Gen.Choose(0, 1)
        from values in Values.ArrayOf(7)
        from identifier in Gen.Choose(0, 5)
        select Of(new RecordKey(source, $"{id}"), day, rank, identifier, values);

    public static Arbitrary<MergeRecord[]> Sets { get; } = One.NonEmptyListOf()
        .Select(static records => records.DistinctBy(static record => record.Record.Key).ToArray()).ToArbitrary();

    public static MergeRecord Of(SourceRecord record, int trustRank = 0)
    {
        var standardized = new AttributeValues[record.Values.Length];
        for (int i = 0; i < standardized.Length; i++)
        {
            IStandardizer standardizer = StandardizerSet.Default.For(record.Schema.Attributes[i].Kind);
            standardized[i] = AttributeValues.Of(record.Values[i].Select(value => standardizer.Standardize(value, SourceConventions.Default).Value));
        }

        return new MergeRecord(record, trustRank, [.. standardized]);
    }

    public static MergeRecord Of(RecordSchema schema, string id, int day, params string?[] values) => Of(
        new SourceRecord(schema, new RecordKey(ReferenceEquals(schema, Crm) ? "crm" : ReferenceEquals(schema, Shop) ? "shop" : "erp", id), [.. values.Select(static value => new AttributeValues(value))])
        {
            ObservedAt = Day(day),
        });

    private static MergeRecord Of(RecordKey key, int day, int rank, int identifier, AttributeValues[] values)
    {
        RecordSchema schema = key.Source switch { "crm" => Crm, "shop" => Shop, _ => Erp };
        var record = new SourceRecord(schema, key, values.AsSpan(0, schema.Attributes.Count))
        {
            ObservedAt = Day(day),
            Identifiers = identifier == 0 ? [] : [new Identifier("card", key.Source, $"{identifier}")],
        };
        return Of(record, rank);
    }

    private static DateTimeOffset? Day(int day) => day == 0 ? null : new DateTimeOffset(2024, 1, day, 0, 0, 0, TimeSpan.Zero);
}
