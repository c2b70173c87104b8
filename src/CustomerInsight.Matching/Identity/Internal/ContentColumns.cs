namespace CustomerInsight.Matching;

/// <summary>Takes what records say from a table that has it in standardized form: the same as <see cref="ContentReader"/> reads from the records.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class ContentColumns
{
    private readonly StandardizedTable _table;
    private readonly StandardizedColumn[] _columns;
    private readonly string[] _names;
    private readonly bool _bySource;
    private readonly IdentifierPolicies _policies;

    public ContentColumns(StandardizedTable table, GraphModel model, bool bySource)
    {
        _table = table;
        _bySource = bySource;
        _policies = model.Policies;
        _names = [.. model.Schema.Attributes.Select(static attribute => attribute.Name)];
        _columns = [.. _names.Select(name => table.Column(table.Schema.IndexOf(name)))];
    }

    /// <summary>Whether a table has all attributes that contents have.</summary>
    public static bool Fits(StandardizedTable table, RecordSchema schema) => schema.Attributes.All(attribute => table.Schema.IndexOf(attribute.Name) >= 0);

    public RecordContent Read(int position)
    {
        SourceRecord record = _table.Records[position];
        var values = new AttributeValues[_columns.Length];
        for (int attribute = 0; attribute < values.Length; attribute++)
        {
            ReadOnlySpan<int> ids = _columns[attribute].Ids(position);
            if (ids.Length > 0)
            {
                values[attribute] = ids.Length == 1 ? One(record, attribute, ids[0]) : Several(attribute, ids);
            }
        }

        return new RecordContent(record.EntityKind, values, record.Identifiers, _bySource ? record.Key.Source : null, _policies.DependsOnTime(record.Identifiers) ? record.ObservedAt : null);
    }

    /// <summary>A value; the record's own object where it is the same, so that the column's need not live on.</summary>
    private AttributeValues One(SourceRecord record, int attribute, int id)
    {
        string form = _columns[attribute].Values[id];
        int ordinal = record.Schema.IndexOf(_names[attribute]);
        return ordinal >= 0 && record.Values[ordinal] is { Count: 1 } own && own[0] == form ? own : AttributeValues.Of([form]);
    }

    private AttributeValues Several(int attribute, ReadOnlySpan<int> ids)
    {
        string[] forms = new string[ids.Length];
        for (int i = 0; i < forms.Length; i++)
        {
            forms[i] = _columns[attribute].Values[ids[i]];
        }

        return AttributeValues.Of(forms);
    }
}
