namespace CustomerInsight.Testing;

/// <summary>Small clusters and lists of contenders in which ties, gaps and repetitions are common.</summary>
internal static class MadeUpRecords
{
    private static readonly string[] Sources = ["a", "b", "c"];
    private static readonly string[] Words = ["x", "y", "xx", "Iris", "ILKAY", "10", "9", "1.5"];

    private static readonly RecordSchema[] Schemas =
    [
        Schema([.. SyntheticAttributes.All]),
        Schema(SyntheticAttributes.Postcode, SyntheticAttributes.City, SyntheticAttributes.StreetAddress, SyntheticAttributes.FamilyName),
        Schema(SyntheticAttributes.FamilyName, SyntheticAttributes.GivenName, SyntheticAttributes.Email, SyntheticAttributes.City),
    ];

    /// <summary>The records of one cluster in no order.</summary>
    public static MergeRecord[] Cluster(SeededRandom random)
    {
        var records = new MergeRecord[1 + random.Next(6)];
        for (int i = 0; i < records.Length; i++)
        {
            int source = random.Next(Sources.Length);
            RecordSchema schema = Schemas[source];
            var values = new AttributeValues[schema.Attributes.Count];
            for (int field = 0; field < values.Length; field++)
            {
                values[field] = Values(random);
            }

            // Ids in falling order, so that the order given is not the canonical one.
            var record = new SourceRecord(schema, new RecordKey(Sources[source], Digits.Text(9 - i)), values)
            {
                ObservedAt = Moment(random),
                Identifiers = random.Next(3) == 0 ? [new Identifier("card", string.Empty, Words[random.Next(Words.Length)])] : [],
            };
            records[i] = new MergeRecord(record, source, Standardized(record));
        }

        return records;
    }

    /// <summary>Contenders for one field in canonical order.</summary>
    public static Contender[] Contenders(SeededRandom random)
    {
        int fields = 1 + random.Next(3);
        MergeRecord[] records = [.. Cluster(random).OrderBy(static record => record.Record.Key)];
        return [.. records.Select(record => Contender(record, SomeValues(random, fields)))];
    }

    /// <summary>Contenders that are the same in all but the key.</summary>
    public static Contender[] Twins(SeededRandom random)
    {
        MergeRecord model = Cluster(random)[0];
        ValueList<AttributeValues> values = SomeValues(random, 1);
        return [.. Enumerable.Range(0, 2 + random.Next(3)).Select(i =>
        {
            var record = new SourceRecord(model.Record.Schema, model.Record.Key with { Id = Digits.Text(i) }, model.Record.Values) { ObservedAt = model.Record.ObservedAt };
            return Contender(model with { Record = record }, values);
        })];
    }

    private static Contender Contender(MergeRecord record, ValueList<AttributeValues> values)
    {
        int filled = 0;
        foreach (AttributeValues attribute in record.Record.Values)
        {
            filled += attribute.IsNone ? 0 : 1;
        }

        ValueList<AttributeValues> standardized = [.. values.Select(Standardize)];
        return new Contender(record.Record, record.TrustRank, values, standardized, Math.Max(1, filled));
    }

    private static RecordSchema Schema(params string[] names) =>
        new(names.Select(static name => new AttributeDefinition(name, SyntheticAttributes.KindOf(name))));

    private static ValueList<AttributeValues> SomeValues(SeededRandom random, int fields)
    {
        var values = new AttributeValues[fields];
        for (int i = 0; i < fields; i++)
        {
            values[i] = Values(random);
        }

        // A contender has a value in at least one field of its group.
        values[random.Next(fields)] = Words[random.Next(Words.Length)];
        return [.. values];
    }

    private static AttributeValues Values(SeededRandom random) => random.Next(8) switch
    {
        0 or 1 or 2 => AttributeValues.None,
        3 => AttributeValues.Of([Words[random.Next(Words.Length)], Words[random.Next(Words.Length)]]),
        _ => Words[random.Next(Words.Length)],
    };

    private static DateTimeOffset? Moment(SeededRandom random)
    {
        int day = random.Next(5);
        return day == 0 ? null : new DateTimeOffset(2024, 1, day, 12, 0, 0, TimeSpan.FromHours(random.Next(3) - 1));
    }

    private static ValueList<AttributeValues> Standardized(SourceRecord record)
    {
        var standardized = new AttributeValues[record.Values.Length];
        for (int i = 0; i < standardized.Length; i++)
        {
            standardized[i] = Standardize(record.Values[i]);
        }

        return [.. standardized];
    }

    private static AttributeValues Standardize(AttributeValues values) => AttributeValues.Of(values.Select(static value => value.ToLowerInvariant()));
}
