namespace CustomerInsight.Matching;

/// <summary>A list that grows by one writer while others read it; growing copies no element.</summary>
/// <threadsafety>One writer; readers may look at any item that was published to them.</threadsafety>
internal sealed class NumberedList<T>
{
    private const int ChunkBits = 12;
    private const int ChunkLength = 1 << ChunkBits;

    private T[][] _chunks = [];

    public int Count { get; private set; }

    public T this[int number]
    {
        get => Volatile.Read(ref _chunks)[number >> ChunkBits][number & (ChunkLength - 1)];
        set => _chunks[number >> ChunkBits][number & (ChunkLength - 1)] = value;
    }

    public void Add(T item)
    {
        if (Count >> ChunkBits == _chunks.Length)
        {
            Volatile.Write(ref _chunks, [.. _chunks, new T[ChunkLength]]);
        }

        _chunks[Count >> ChunkBits][Count & (ChunkLength - 1)] = item;
        Count++;
    }
}
