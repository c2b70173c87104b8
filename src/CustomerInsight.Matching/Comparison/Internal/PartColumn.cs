namespace CustomerInsight.Matching;

/// <summary>One part of the values of a column, each distinct part once.</summary>
internal sealed class PartColumn
{
    private readonly StandardizedColumn _column;
    private readonly int[]? _partOfValue;
    private readonly string[]? _parts;

    private PartColumn(StandardizedColumn column, int[]? partOfValue, string[]? parts)
    {
        _column = column;
        _partOfValue = partOfValue;
        _parts = parts;
        IsOneToOne = partOfValue is null || partOfValue.Count(static part => part >= 0) == parts!.Length;
    }

    public static PartColumn Of(StandardizedColumn column, ValuePart part)
    {
        if (ReferenceEquals(part, ValuePart.Whole))
        {
            return new PartColumn(column, null, null);
        }

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] partOfValue = new int[column.Values.Count];
        for (int value = 0; value < partOfValue.Length; value++)
        {
            string? text = part.Of(column.Values[value]);
            if (string.IsNullOrEmpty(text))
            {
                partOfValue[value] = -1;
            }
            else if (!ids.TryGetValue(text, out partOfValue[value]))
            {
                partOfValue[value] = ids.Count;
                ids.Add(text, ids.Count);
            }
        }

        string[] parts = new string[ids.Count];
        foreach ((string text, int id) in ids)
        {
            parts[id] = text;
        }

        return new PartColumn(column, partOfValue, parts);
    }

    /// <summary>The part of each value, −1 where it has none; null where every value is its own part.</summary>
    public int[]? Parts => _partOfValue;

    /// <summary>Whether no two values have the same part.</summary>
    public bool IsOneToOne { get; }

    /// <summary>The column of which these are parts.</summary>
    public StandardizedColumn Column => _column;

    /// <summary>The ids of the record's whole values; each leads to a part by <see cref="Part"/>.</summary>
    public ReadOnlySpan<int> Values(int record) => _column.Ids(record);

    /// <summary>The part of a value, or −1 where it has none.</summary>
    public int Part(int value) => _partOfValue is null ? value : _partOfValue[value];

    /// <summary>The distinct parts by id.</summary>
    public IReadOnlyList<string> Texts => _parts is null ? _column.Values : _parts;

    public string Text(int part) => _parts is null ? _column.Values[part] : _parts[part];
}
