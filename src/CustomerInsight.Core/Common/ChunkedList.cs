namespace CustomerInsight;

/// <summary>A list that grows by small arrays of its own.</summary>
/// <remarks>
/// Growing copies nothing and allocates no large object. Large objects are what makes the runtime look through all that lives,
/// at the worst time: while millions of rows come in.
/// </remarks>
internal sealed class ChunkedList<T>
{
    private const int ChunkBits = 12;
    private const int ChunkLength = 1 << ChunkBits;

    private T[][] _chunks = new T[4][];

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkLength - 1)];

    public void Add(T item)
    {
        int chunk = Count >> ChunkBits;
        int place = Count & (ChunkLength - 1);
        if (place == 0)
        {
            AddChunk(chunk);
        }

        _chunks[chunk][place] = item;
        Count++;
    }

    public T[] ToArray()
    {
        var all = new T[Count];
        for (int start = 0; start < Count; start += ChunkLength)
        {
            int length = Math.Min(ChunkLength, Count - start);
            _chunks[start >> ChunkBits].AsSpan(0, length).CopyTo(all.AsSpan(start));
        }

        return all;
    }

    private void AddChunk(int chunk)
    {
        if (chunk == _chunks.Length)
        {
            Array.Resize(ref _chunks, chunk * 2);
        }

        _chunks[chunk] = new T[ChunkLength];
    }
}
