namespace CustomerInsight;

/// <summary>The standardized values of one attribute for all records, each distinct value once.</summary>
/// <remarks>Equal values have equal ids, so records compare for equality by whole numbers.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class StandardizedColumn
{
    private readonly int[] _starts;
    private readonly int[] _ids;

    internal StandardizedColumn(AttributeDefinition attribute, IStandardizer standardizer, string[] values, int[] starts, int[] ids)
    {
        Attribute = attribute;
        Standardizer = standardizer.Name;
        StandardizerVersion = standardizer.Version;
        Values = new ValueList<string>(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values));
        _starts = starts;
        _ids = ids;
    }

    /// <summary>Gets the attribute.</summary>
    public AttributeDefinition Attribute { get; }

    /// <summary>Gets the name of the standardizer that made the values.</summary>
    public string Standardizer { get; }

    /// <summary>Gets its version; under another version the values may come out differently.</summary>
    public int StandardizerVersion { get; }

    /// <summary>Gets the distinct values; a value's position is its id. The order has no meaning.</summary>
    public ValueList<string> Values { get; }

    /// <summary>Gives the ids of one record's values.</summary>
    /// <param name="record">The record's position.</param>
    /// <returns>No id where the value is missing, usually one, more for an attribute with several values; each once. Cost O(1).</returns>
    public ReadOnlySpan<int> Ids(int record) => _ids.AsSpan(_starts[record].._starts[record + 1]);

    /// <summary>Gives the first value of one record.</summary>
    /// <param name="record">The record's position.</param>
    /// <returns>The value, or null where it is missing.</returns>
    public string? First(int record) => _starts[record] < _starts[record + 1] ? Values[_ids[_starts[record]]] : null;
}
