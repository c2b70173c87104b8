namespace CustomerInsight;

/// <summary>Gives the parts of a whole name as values of the name attributes that a record leaves empty. For comparison only: the record stays as it is.</summary>
internal sealed class SplitNames
{
    private readonly string _full;
    private readonly string _given;
    private readonly string _family;

    private SplitNames(string full, string given, string family)
    {
        _full = full;
        _given = given;
        _family = family;
    }

    /// <summary>Null where the schema has no whole name, or no names in parts that it could be compared with.</summary>
    public static SplitNames? For(RecordSchema schema)
    {
        string? full = First(schema, AttributeKind.FullName);
        string? given = First(schema, AttributeKind.GivenName);
        string? family = First(schema, AttributeKind.FamilyName);
        return full is null || given is null || family is null ? null : new SplitNames(full, given, family);
    }

    /// <summary>What an empty attribute gets, or null for an attribute that is no part of a name.</summary>
    public Func<SourceRecord, AttributeValues>? Fallback(string attribute) =>
        attribute == _given ? record => Part(record, static parts => parts.Given)
        : attribute == _family ? record => Part(record, static parts => parts.Family)
        : null;

    /// <summary>How many records have a whole name and nothing else.</summary>
    public int Count(IReadOnlyList<SourceRecord> records) => records.Count(IsWholeOnly);

    private AttributeValues Part(SourceRecord record, Func<(string? Given, string? Family), string?> part) =>
        IsWholeOnly(record) ? AttributeValues.Of(record[_full].Select(name => part(FullNameSplitter.Split(name)))) : AttributeValues.None;

    private bool IsWholeOnly(SourceRecord record) => !record[_full].IsNone && record[_given].IsNone && record[_family].IsNone;

    private static string? First(RecordSchema schema, AttributeKind kind) => schema.IndexesOf(kind).Select(i => schema.Attributes[i].Name).FirstOrDefault();
}
