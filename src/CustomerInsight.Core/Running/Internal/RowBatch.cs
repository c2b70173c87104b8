namespace CustomerInsight;

/// <summary>Some rows of a source on their way from the thread that reads to the one that takes them.</summary>
internal sealed class RowBatch<T>
{
    private const int Length = 1024;

    private readonly T[] _rows = new T[Length];
    private int _count;

    public bool IsFull => _count == Length;

    public ReadOnlySpan<T> Rows => _rows.AsSpan(0, _count);

    public void Add(in T row) => _rows[_count++] = row;

    public void Clear()
    {
        Array.Clear(_rows, 0, _count);
        _count = 0;
    }
}
