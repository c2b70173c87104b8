using System.Buffers;

namespace CustomerInsight.Matching;

/// <summary>Reads what a record says in standardized form: the same that a run makes of it among all records, blocked values left out.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class ContentReader
{
    private readonly RecordStandardizer _standardizer;
    private readonly Func<int, string, bool>? _isBlocked;
    private readonly bool _bySource;
    private readonly IdentifierPolicies _identifiers;

    /// <param name="schema">The attributes that contents have.</param>
    /// <param name="standardizers">What standardizes values.</param>
    /// <param name="conventions">The conventions of each source; the default ones for a source that is not there.</param>
    /// <param name="blocked">Values that count as missing.</param>
    /// <param name="mode">Whether sources are told apart.</param>
    /// <param name="identifiers">How identifiers are taken: whether it matters when a record was observed.</param>
    public ContentReader(RecordSchema schema, StandardizerSet standardizers, IReadOnlyDictionary<string, SourceConventions> conventions, ValueList<BlockedValue> blocked, LinkMode mode, IdentifierPolicies identifiers)
    {
        _standardizer = new RecordStandardizer(schema, standardizers, conventions);
        _isBlocked = BlockedForms.For(_standardizer, blocked) is { } forms ? forms.Contains : null;
        _identifiers = identifiers;
        _bySource = mode != LinkMode.DedupeAndLink;
    }

    public RecordContent Read(SourceRecord record)
    {
        int attributes = _standardizer.Schema.Attributes.Count;
        AttributeValues[] rented = ArrayPool<AttributeValues>.Shared.Rent(attributes);
        Span<AttributeValues> values = rented.AsSpan(0, attributes);
        _standardizer.Standardize(record, values, _isBlocked);
        var content = new RecordContent(
            record.EntityKind,
            values,
            record.Identifiers,
            _bySource ? record.Key.Source : null,
            _identifiers.DependsOnTime(record.Identifiers) ? record.ObservedAt : null);
        values.Clear();
        ArrayPool<AttributeValues>.Shared.Return(rented);
        return content;
    }
}
