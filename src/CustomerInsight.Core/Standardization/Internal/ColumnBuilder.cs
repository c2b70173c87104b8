namespace CustomerInsight;

/// <summary>Standardizes one attribute of all records; each distinct value of a source convention is standardized once.</summary>
internal sealed class ColumnBuilder(AttributeDefinition attribute, IStandardizer standardizer)
{
    private readonly Dictionary<SourceConventions, Dictionary<string, (int Id, StandardizationNote Note)>> _seen = [];
    private readonly Dictionary<string, int> _idOfValue = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];
    private readonly long[] _notes = new long[Enum.GetValues<StandardizationNote>().Length];
    private ColumnIds _ids = new(0);

    public AttributeDefinition Attribute => attribute;

    public long Noted(StandardizationNote note) => _notes[(int)note];

    public void AddAll(IReadOnlyList<SourceRecord> records, IReadOnlyDictionary<string, SourceConventions> conventions, Func<SourceRecord, AttributeValues>? fallback, CancellationToken cancellationToken)
    {
        _ids = new ColumnIds(records.Count);
        RecordSchema? schema = null;
        string? source = null;
        Dictionary<string, (int Id, StandardizationNote Note)> seen = [];
        SourceConventions convention = SourceConventions.Default;
        int ordinal = -1;
        for (int i = 0; i < records.Count; i++)
        {
            SourceRecord record = records[i];
            if (!ReferenceEquals(record.Schema, schema))
            {
                schema = record.Schema;
                ordinal = schema.IndexOf(attribute.Name);
            }

            if (record.Key.Source != source)
            {
                source = record.Key.Source;
                convention = conventions.GetValueOrDefault(source, SourceConventions.Default);
                seen = SeenUnder(convention);
                cancellationToken.ThrowIfCancellationRequested();
            }

            AttributeValues values = ordinal >= 0 ? record.Values[ordinal] : AttributeValues.None;
            Add(values.IsNone && fallback is not null ? fallback(record) : values, convention, seen, i);
        }
    }

    public StandardizedColumn Build() => _ids.ToColumn(attribute, standardizer, [.. _values]);

    private void Add(AttributeValues values, SourceConventions convention, Dictionary<string, (int Id, StandardizationNote Note)> seen, int record)
    {
        for (int i = 0; i < values.Count; i++)
        {
            string value = values[i];
            if (!seen.TryGetValue(value, out (int Id, StandardizationNote Note) known))
            {
                StandardizedValue standardized = standardizer.Standardize(value, convention);
                known = (standardized.Value is { Length: > 0 } text ? IdOf(text) : -1, standardized.Note);
                seen.Add(value, known);
            }

            _notes[(int)known.Note]++;
            if (known.Id >= 0)
            {
                _ids.Add(record, known.Id);
            }
        }
    }

    private int IdOf(string text)
    {
        if (!_idOfValue.TryGetValue(text, out int id))
        {
            id = _values.Count;
            _idOfValue.Add(text, id);
            _values.Add(text);
        }

        return id;
    }

    private Dictionary<string, (int Id, StandardizationNote Note)> SeenUnder(SourceConventions convention)
    {
        if (!_seen.TryGetValue(convention, out Dictionary<string, (int Id, StandardizationNote Note)>? seen))
        {
            seen = new(StringComparer.Ordinal);
            _seen.Add(convention, seen);
        }

        return seen;
    }
}
