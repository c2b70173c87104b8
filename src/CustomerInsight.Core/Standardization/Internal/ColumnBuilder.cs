namespace CustomerInsight;

/// <summary>Standardizes one attribute of all records; each distinct value of a source convention is standardized once.</summary>
internal sealed class ColumnBuilder(AttributeDefinition attribute, IStandardizer standardizer)
{
    private const int CancellationInterval = 65_536;

    private readonly Dictionary<SourceConventions, StandardizedForms> _forms = [];

    // What sources wrote and what it became, in one table: mostly the two are the same text.
    private readonly TextTable _texts = new();
    private readonly ChunkedList<string> _values = new();

    // By the text's number: its id plus one where it is a standardized form, else 0.
    private readonly ChunkedList<int> _idsOfTexts = new();
    private readonly string[] _waitingValues = new string[TextTable.BlockLength];
    private readonly int[] _waitingRecords = new int[TextTable.BlockLength];
    private int _waiting;
    private ColumnIds _ids = new(0);

    /// <summary>What was noted; all that is of use once the column is built.</summary>
    public ColumnNotes Notes { get; } = new(attribute);

    public StandardizedColumn Build(SourceRecord[] records, IReadOnlyDictionary<string, SourceConventions> conventions, Func<SourceRecord, AttributeValues>? fallback, CancellationToken cancellationToken)
    {
        _ids = new ColumnIds(records.Length);
        RecordSchema? schema = null;
        string? source = null;
        StandardizedForms forms = new();
        SourceConventions convention = SourceConventions.Default;
        int ordinal = -1;
        for (int i = 0; i < records.Length; i++)
        {
            SourceRecord record = records[i];
            if (!ReferenceEquals(record.Schema, schema))
            {
                schema = record.Schema;
                ordinal = schema.IndexOf(attribute.Name);
            }

            if (record.Key.Source != source)
            {
                AddWaiting(convention, forms);
                source = record.Key.Source;
                convention = conventions.GetValueOrDefault(source, SourceConventions.Default);
                forms = FormsUnder(convention);
            }

            if (i % CancellationInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            AttributeValues values = ordinal >= 0 ? record.Values[ordinal] : AttributeValues.None;
            if (values.IsNone)
            {
                values = fallback?.Invoke(record) ?? values;
            }

            for (int k = 0; k < values.Count; k++)
            {
                if (_waiting == TextTable.BlockLength)
                {
                    AddWaiting(convention, forms);
                }

                _waitingValues[_waiting] = values[k];
                _waitingRecords[_waiting++] = i;
            }
        }

        AddWaiting(convention, forms);
        return _ids.ToColumn(attribute, standardizer, _values.ToArray());
    }

    /// <summary>Takes the values that were collected, all under one convention.</summary>
    private void AddWaiting(SourceConventions convention, StandardizedForms forms)
    {
        ReadOnlySpan<string> values = _waitingValues.AsSpan(0, _waiting);
        Span<int> texts = stackalloc int[TextTable.BlockLength];
        _texts.Add(values, texts);
        for (int i = 0; i < values.Length; i++)
        {
            Add(texts[i], convention, forms, _waitingRecords[i]);
        }

        _waiting = 0;
    }

    private void Add(int text, SourceConventions convention, StandardizedForms forms, int record)
    {
        if (!forms.TryGet(text, out int id, out StandardizationNote note))
        {
            string value = _texts[text];
            StandardizedValue standardized = standardizer.Standardize(value, convention);
            id = standardized.Value is not { Length: > 0 } form ? -1 : IdOf(ReferenceEquals(form, value) ? text : _texts.Add(form));
            note = standardized.Note;
            forms.Set(text, id, note);
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
            _values.Add(_texts[text]);
            idPlusOne = _values.Count;
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
