namespace CustomerInsight.Models;

/// <summary>A list that grows by arrays of its own, so that growing copies nothing.</summary>
internal sealed class ChunkList<T>
{
    public const int Bits = 13;
    public const int Length = 1 << Bits;

    private readonly List<T[]> _chunks = [];
    private T[] _last = [];
    private int _used = Length;

    public int Count => _chunks.Count == 0 ? 0 : checked(((_chunks.Count - 1) << Bits) + _used);

    public int Chunks => _chunks.Count;

    public ref T this[int index] => ref _chunks[index >> Bits][index & (Length - 1)];

    public Span<T> Chunk(int chunk) => _chunks[chunk].AsSpan(0, chunk == _chunks.Count - 1 ? _used : Length);

    public void Add(in T value)
    {
        if (_used == Length)
        {
            _last = new T[Length];
            _chunks.Add(_last);
            _used = 0;
        }

        _last[_used++] = value;
    }
}
