namespace CustomerInsight;

/// <summary>Contenders to choose among, made from one line each.</summary>
internal static class Contenders
{
    private static readonly RecordSchema Schema = new([new("a", AttributeKind.Text), new("b", AttributeKind.Text)]);

    public static Contender Of(string id, string? a = null, string? b = null, int? day = null, int trustRank = 0, int filledFields = 1)
    {
        AttributeValues[] values = [a, b];
        var record = new SourceRecord(Schema, new RecordKey("crm", id), values) { ObservedAt = day is null ? null : new DateTimeOffset(2024, 1, day.Value, 0, 0, 0, TimeSpan.Zero) };
        AttributeValues[] standardized = [Standardize(a), Standardize(b)];
        return new Contender(record, trustRank, [.. values], [.. standardized], filledFields);
    }

    private static AttributeValues Standardize(string? value) =>
        value is null ? AttributeValues.None : new TextStandardizer().Standardize(value, SourceConventions.Default).Value;
}
