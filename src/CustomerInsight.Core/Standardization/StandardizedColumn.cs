using System.Runtime.InteropServices;

namespace CustomerInsight;

/// <summary>The standardized values of one attribute for all records, each distinct value once.</summary>
/// <remarks>Equal values have equal ids, so records compare for equality by whole numbers.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class StandardizedColumn
{
    private readonly IStandardizer _standardizer;

    // Null where no record has several values: then the id of each record stands in _ids itself, -1 for a missing value.
    private readonly int[]? _starts;
    private readonly int[] _ids;

    internal StandardizedColumn(AttributeDefinition attribute, IStandardizer standardizer, string[] values, int[]? starts, int[] ids)
    {
        Attribute = attribute;
        _standardizer = standardizer;
        Values = new ValueList<string>(ImmutableCollectionsMarshal.AsImmutableArray(values));
        _starts = starts;
        _ids = ids;
    }

    /// <summary>Gets the attribute.</summary>
    public AttributeDefinition Attribute { get; }

    /// <summary>Gets the name of the standardizer that made the values.</summary>
    public string Standardizer => _standardizer.Name;

    /// <summary>Gets its version; under another version the values may come out differently.</summary>
    public int StandardizerVersion => _standardizer.Version;

    /// <summary>Gets the distinct values; a value's position is its id. The order has no meaning.</summary>
    public ValueList<string> Values { get; }

    /// <summary>Gets a value indicating whether every record has at most one value.</summary>
    public bool IsSingle => _starts is null;

    /// <summary>Gets the id of each record's only value, for loops over many records; cheaper than <see cref="Ids"/>.</summary>
    /// <value>One id for each record, -1 where the value is missing; empty unless <see cref="IsSingle"/>.</value>
    public ReadOnlySpan<int> SingleIds => IsSingle ? _ids : [];

    /// <summary>Gives the ids of one record's values.</summary>
    /// <param name="record">The record's position.</param>
    /// <returns>No id where the value is missing, usually one, more for an attribute with several values; each once. Cost O(1).</returns>
    public ReadOnlySpan<int> Ids(int record) => _starts is null
        ? _ids.AsSpan(record, 1 + (_ids[record] >> 31))
        : _ids.AsSpan(_starts[record].._starts[record + 1]);

    /// <summary>Gives the first value of one record.</summary>
    /// <param name="record">The record's position.</param>
    /// <returns>The value, or null where it is missing.</returns>
    public string? First(int record) => Ids(record) is [int first, ..] ? Values[first] : null;

    /// <summary>Standardizes a value as those of the column were; null where it counts as missing.</summary>
    internal string? Standardize(string value, SourceConventions conventions) => _standardizer.Standardize(value, conventions).Value is { Length: > 0 } text ? text : null;

    /// <summary>The column in which some values count as missing; itself where none does.</summary>
    internal StandardizedColumn Without(Func<string, bool> isLeftOut)
    {
        const int LeftOut = -1;
        var values = new List<string>(Values.Count);
        int[] newIds = new int[Values.Count];
        for (int id = 0; id < newIds.Length; id++)
        {
            newIds[id] = isLeftOut(Values[id]) ? LeftOut : values.Count;
            if (newIds[id] != LeftOut)
            {
                values.Add(Values[id]);
            }
        }

        if (values.Count == Values.Count)
        {
            return this;
        }

        var ids = new ColumnIds(_starts?.Length - 1 ?? _ids.Length);
        for (int record = 0; record < ids.Records; record++)
        {
            foreach (int id in Ids(record))
            {
                if (newIds[id] != LeftOut)
                {
                    ids.Add(record, newIds[id]);
                }
            }
        }

        return ids.ToColumn(Attribute, _standardizer, [.. values]);
    }
}
