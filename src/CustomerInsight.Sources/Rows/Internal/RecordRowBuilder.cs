namespace CustomerInsight.Sources;

/// <summary>Makes records of rows.</summary>
internal sealed class RecordRowBuilder(RecordSettings settings, ColumnMapper mapper) : RowBuilder(mapper), IRowBuilder<RecordChange>
{
    private readonly bool _isKeyed = mapper.IsKeyed;
    private readonly List<Identifier> _identifiers = [];
    private readonly Dictionary<int, List<string?>> _several = [];
    private AttributeValues[] _values = [];
    private int[] _ordinals = [];
    private string? _key;
    private DateTimeOffset? _observedAt;

    public RecordChange Build(SourceCursor cursor)
    {
        Prepare();
        string? key = _isKeyed ? _key : Positions.Text(Position);
        if (key is null)
        {
            Fail(RejectionCodes.MissingKey, "The row has no key. Fill the key column, or say in the options that another column is the key.");
        }

        if (Failure is not null)
        {
            return RecordChange.Reject(Failure, cursor);
        }

        foreach ((int ordinal, List<string?> values) in _several)
        {
            _values[ordinal] = AttributeValues.Of(values);
        }

        return RecordChange.Upsert(
            new SourceRecord(Mapper.Schema, new RecordKey(settings.Name, key!), _values)
            {
                Tenant = settings.Tenant,
                EntityKind = settings.EntityKind,
                ObservedAt = _observedAt,
                Identifiers = _identifiers.Count == 0 ? default : ValueList.From(_identifiers),
            },
            cursor);
    }

    public RecordChange Reject(RowRejection rejection, SourceCursor cursor) => RecordChange.Reject(rejection, cursor);

    protected override void Clear()
    {
        Prepare();
        Array.Clear(_values);
        _identifiers.Clear();
        _several.Clear();
        _key = null;
        _observedAt = null;
    }

    protected override void Take(int column, MappedColumn mapped, ReadOnlySpan<char> value)
    {
        if (column >= _ordinals.Length)
        {
            Prepare();
        }

        switch (mapped.Role)
        {
            case ColumnRole.Attribute:
                Keep(_ordinals[column], Pooled(column, value));
                break;
            case ColumnRole.Key when _key is null:
                _key = KeyText.Clean(value).ToString();
                break;
            case ColumnRole.Identifier:
                Keep(new Identifier(mapped.IdentifierType!, mapped.IdentifierScope, value.ToString()));
                break;
            case ColumnRole.ObservedAt when InstantText.TryParse(value, settings.Conventions, out DateTimeOffset moment):
                _observedAt = moment;
                break;
            default:
                FailValue(column, mapped.Role == ColumnRole.Key ? "a single key" : "a date or time that can be read");
                break;
        }
    }

    protected override bool TryTake(int column, MappedColumn mapped, ReadOnlySpan<byte> utf8)
    {
        if (mapped.Role != ColumnRole.Attribute || column >= _ordinals.Length)
        {
            return false;
        }

        Keep(_ordinals[column], Pooled(column, utf8));
        return true;
    }

    private void Keep(Identifier identifier)
    {
        if (!_identifiers.Contains(identifier))
        {
            _identifiers.Add(identifier);
        }
    }

    private void Keep(int ordinal, AttributeValues value)
    {
        if (_values[ordinal].IsNone)
        {
            _values[ordinal] = value;
        }
        else if (_several.TryGetValue(ordinal, out List<string?>? values))
        {
            values.Add(value.First);
        }
        else
        {
            _several.Add(ordinal, [_values[ordinal].First, value.First]);
        }
    }

    // A column may have been added since the last row.
    private void Prepare()
    {
        if (_ordinals.Length < Mapper.Columns.Count)
        {
            _ordinals = [.. Mapper.Columns.Select(column => column.Attribute is null ? -1 : Mapper.Schema.IndexOf(column.Attribute.Name))];
            Array.Resize(ref _values, Mapper.Schema.Attributes.Count);
        }
    }
}
