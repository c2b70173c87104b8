namespace CustomerInsight.Matching;

/// <summary>The hash of one part of each value of a column.</summary>
internal sealed class PartHashes
{
    private readonly StandardizedColumn _column;
    private readonly ulong[] _hashOfValue;

    public PartHashes(StandardizedColumn column, ValuePart part)
    {
        _column = column;
        _hashOfValue = new ulong[column.Values.Count];
        for (int value = 0; value < _hashOfValue.Length; value++)
        {
            string? text = part.Of(column.Values[value]);
            _hashOfValue[value] = string.IsNullOrEmpty(text) ? 0 : StableHash.Of(text) | 1;
        }
    }

    public ReadOnlySpan<int> Values(int record) => _column.Ids(record);

    /// <summary>The hash of a value's part; 0 where it has none.</summary>
    public ulong Hash(int value) => _hashOfValue[value];
}
