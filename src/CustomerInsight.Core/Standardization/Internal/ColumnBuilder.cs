namespace CustomerInsight;

/// <summary>Standardizes one attribute of all records; each distinct value of a source convention is standardized once.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="standardizer">What standardizes its values.</param>
/// <param name="records">All records.</param>
/// <param name="conventions">The conventions of each source.</param>
/// <param name="fallback">What an empty attribute gets, or null.</param>
internal sealed class ColumnBuilder(
    AttributeDefinition attribute,
    IStandardizer standardizer,
    SourceRecord[] records,
    IReadOnlyDictionary<string, SourceConventions> conventions,
    Func<SourceRecord, AttributeValues>? fallback)
{
    private readonly Dictionary<SourceConventions, StandardizedForms> _forms = [];

    // What sources wrote and what it became, in one table: mostly the two are the same text.
    private readonly TextTable _texts = new();

    // By the text's number: its id plus one where it is a standardized form, else 0.
    private readonly ChunkedList<int> _idsOfTexts = new();
    private readonly string[] _waitingValues = new string[TextTable.BlockLength];
    private readonly int[] _waitingRecords = new int[TextTable.BlockLength];
    private readonly ColumnIds _ids = new(records.Length);
    private int _distinct;
    private int _waiting;
    private RecordSchema? _schema;
    private string? _source;
    private SourceConventions _convention = SourceConventions.Default;
    private StandardizedForms _current = new();
    private int _ordinal = -1;

    /// <summary>What was noted; all that is of use once the column is built.</summary>
    public ColumnNotes Notes { get; } = new(attribute);

    /// <summary>Takes the values of some records, which follow those before.</summary>
    public void Take(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            SourceRecord record = records[i];
            if (!ReferenceEquals(record.Schema, _schema))
            {
                _schema = record.Schema;
                _ordinal = _schema.IndexOf(attribute.Name);
            }

            string source = record.Key.Source;
            if (!ReferenceEquals(source, _source) && source != _source)
            {
                AddWaiting();
                _source = source;
                _convention = conventions.GetValueOrDefault(source, SourceConventions.Default);
                _current = FormsUnder(_convention);
            }

            AttributeValues values = _ordinal >= 0 ? record.Values[_ordinal] : AttributeValues.None;
            if (values.IsNone)
            {
                values = fallback?.Invoke(record) ?? values;
            }

            for (int k = 0; k < values.Count; k++)
            {
                if (_waiting == TextTable.BlockLength)
                {
                    AddWaiting();
                }

                _waitingValues[_waiting] = values[k];
                _waitingRecords[_waiting++] = i;
            }
        }
    }

    public StandardizedColumn Build()
    {
        AddWaiting();
        string[] values = new string[_distinct];
        for (int text = 0; text < _idsOfTexts.Count; text++)
        {
            if (_idsOfTexts[text] is > 0 and int idPlusOne)
            {
                values[idPlusOne - 1] = _texts[text];
            }
        }

        return _ids.ToColumn(attribute, standardizer, values);
    }

    /// <summary>Takes the values that were collected, all under one convention.</summary>
    private void AddWaiting()
    {
        ReadOnlySpan<string> values = _waitingValues.AsSpan(0, _waiting);
        Span<int> texts = stackalloc int[TextTable.BlockLength];
        _texts.Add(values, texts);
        for (int i = 0; i < values.Length; i++)
        {
            Add(texts[i], _waitingRecords[i]);
        }

        _waiting = 0;
    }

    private void Add(int text, int record)
    {
        if (!_current.TryGet(text, out int id, out StandardizationNote note))
        {
            string value = _texts[text];
            StandardizedValue standardized = standardizer.Standardize(value, _convention);
            id = standardized.Value is not { Length: > 0 } form ? -1 : IdOf(ReferenceEquals(form, value) ? text : _texts.Add(form));
            note = standardized.Note;
            _current.Set(text, id, note);
        }

        Notes[note]++;
        if (id >= 0)
        {
            _ids.Add(record, id);
        }
    }

    /// <summary>The id of a standardized text; a new one gets the next.</summary>
    private int IdOf(int text)
    {
        while (_idsOfTexts.Count <= text)
        {
            _idsOfTexts.Add(0);
        }

        ref int idPlusOne = ref _idsOfTexts[text];
        if (idPlusOne == 0)
        {
            idPlusOne = ++_distinct;
        }

        return idPlusOne - 1;
    }

    private StandardizedForms FormsUnder(SourceConventions convention)
    {
        if (!_forms.TryGetValue(convention, out StandardizedForms? forms))
        {
            forms = new();
            _forms.Add(convention, forms);
        }

        return forms;
    }
}
