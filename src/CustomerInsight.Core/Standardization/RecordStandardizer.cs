namespace CustomerInsight;

/// <summary>Standardizes one record after another, each by itself, to what a run makes of it among all records of its sources.</summary>
/// <remarks>Cost: the standardizers' own for each value; nothing is remembered from one record to the next.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RecordStandardizer
{
    private readonly IStandardizer[] _standardizers;
    private readonly Func<SourceRecord, AttributeValues>?[] _fallbacks;
    private readonly IReadOnlyDictionary<string, SourceConventions> _conventions;
    private readonly IReadOnlyList<SourceConventions> _allConventions;

    /// <summary>Makes a standardizer.</summary>
    /// <param name="schema">The attributes of all sources together, as <see cref="RecordSchema.Union"/> joins them.</param>
    /// <param name="standardizers">The standardizers; null for <see cref="StandardizerSet.Default"/>.</param>
    /// <param name="conventions">The conventions of each source by its name, those that are not there having the default ones; null for none. Copied.</param>
    public RecordStandardizer(RecordSchema schema, StandardizerSet? standardizers = null, IReadOnlyDictionary<string, SourceConventions>? conventions = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        standardizers ??= StandardizerSet.Default;
        _standardizers = [.. schema.Attributes.Select(attribute => standardizers.For(attribute.Kind))];
        var names = SplitNames.For(schema);
        _fallbacks = [.. schema.Attributes.Select(attribute => names?.Fallback(attribute.Name))];
        _conventions = new Dictionary<string, SourceConventions>(conventions ?? new Dictionary<string, SourceConventions>(), StringComparer.Ordinal);
        _allConventions = AllOf(_conventions);
    }

    /// <summary>Gets the attributes of what it gives.</summary>
    public RecordSchema Schema { get; }

    /// <summary>Standardizes a record.</summary>
    /// <param name="record">The record; attributes that <see cref="Schema"/> lacks are left out.</param>
    /// <param name="values">Gets the values of each attribute of <see cref="Schema"/>, each once; a value that standardizing leaves as it is stays the source's own object.</param>
    /// <param name="isLeftOut">Says of an attribute's position and a standardized value whether it counts as missing; null where none does.</param>
    /// <exception cref="ArgumentException">There is not as much room for values as there are attributes.</exception>
    public void Standardize(SourceRecord record, Span<AttributeValues> values, Func<int, string, bool>? isLeftOut = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (values.Length != Schema.Attributes.Count)
        {
            throw new ArgumentException($"There is room for {values.Length} values, but the schema has {Schema.Attributes.Count} attributes.", nameof(values));
        }

        SourceConventions convention = _conventions.GetValueOrDefault(record.Key.Source, SourceConventions.Default);
        bool isOwn = ReferenceEquals(record.Schema, Schema);
        for (int attribute = 0; attribute < values.Length; attribute++)
        {
            AttributeValues raw = isOwn ? record.Values[attribute] : record[Schema.Attributes[attribute].Name];
            if (raw.IsNone && _fallbacks[attribute] is { } fallback)
            {
                raw = fallback(record);
            }

            values[attribute] = raw.Count switch
            {
                0 => AttributeValues.None,
                1 => Standardize(attribute, raw[0], convention, isLeftOut) is { } only ? AttributeValues.Exactly([only]) : AttributeValues.None,
                _ => Several(attribute, raw, convention, isLeftOut),
            };
        }
    }

    /// <summary>Standardizes a value of one attribute, once by each convention that a source has.</summary>
    /// <param name="attribute">The attribute's position in <see cref="Schema"/>.</param>
    /// <param name="value">The value as a source may write it.</param>
    /// <returns>The distinct forms; none where the value says nothing or cannot be used.</returns>
    public IReadOnlyList<string> Forms(int attribute, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Forms(value, _allConventions, (text, convention) => Standardize(attribute, text, convention, null));
    }

    /// <summary>The conventions that some source has, and the default ones.</summary>
    internal static IReadOnlyList<SourceConventions> AllOf(IReadOnlyDictionary<string, SourceConventions> conventions) =>
        [.. conventions.Values.Append(SourceConventions.Default).Distinct()];

    internal static IReadOnlyList<string> Forms(string value, IReadOnlyList<SourceConventions> conventions, Func<string, SourceConventions, string?> standardize) =>
        string.IsNullOrWhiteSpace(value) ? [] : [.. conventions.Select(convention => standardize(value, convention)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private string? Standardize(int attribute, string value, SourceConventions convention, Func<int, string, bool>? isLeftOut)
    {
        if (_standardizers[attribute].Standardize(value, convention).Value is not { Length: > 0 } form || isLeftOut?.Invoke(attribute, form) == true)
        {
            return null;
        }

        return form == value ? value : form;
    }

    private AttributeValues Several(int attribute, AttributeValues raw, SourceConventions convention, Func<int, string, bool>? isLeftOut)
    {
        string[] kept = new string[raw.Count];
        int count = 0;
        for (int i = 0; i < raw.Count; i++)
        {
            if (Standardize(attribute, raw[i], convention, isLeftOut) is { } form && Array.IndexOf(kept, form, 0, count) < 0)
            {
                kept[count++] = form;
            }
        }

        return AttributeValues.Exactly(kept.AsSpan(0, count));
    }
}
