using System.Buffers;

namespace CustomerInsight.Matching;

/// <summary>The keys of a range of nodes, each with the node it is of. The memory is rented and goes back on disposal.</summary>
internal sealed class KeyBuffer(int capacity) : IDisposable
{
    private ulong[] _keys = ArrayPool<ulong>.Shared.Rent(capacity);
    private int[] _owners = ArrayPool<int>.Shared.Rent(capacity);

    public int Count { get; private set; }

    /// <summary>Whether a node has more than one key.</summary>
    public bool Several { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    public ReadOnlySpan<int> Owners => _owners.AsSpan(0, Count);

    public void Add(ulong key, int owner)
    {
        if (Count == Math.Min(_keys.Length, _owners.Length))
        {
            Grow();
        }

        _keys[Count] = key;
        _owners[Count++] = owner;
    }

    /// <summary>Adds all keys of a node.</summary>
    public void Add(ReadOnlySpan<ulong> keys, int owner)
    {
        Several |= keys.Length > 1;
        foreach (ulong key in keys)
        {
            Add(key, owner);
        }
    }

    /// <summary>Adds the keys of nodes that follow each other, one a node, without those that are 0: not there.</summary>
    public void AddPresent(ReadOnlySpan<ulong> keys, int firstOwner)
    {
        while (Math.Min(_keys.Length, _owners.Length) - Count < keys.Length)
        {
            Grow();
        }

        Span<ulong> toKeys = _keys.AsSpan(Count, keys.Length);
        Span<int> toOwners = _owners.AsSpan(Count, keys.Length);
        int count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            toKeys[count] = keys[i];
            toOwners[count] = firstOwner + i;
            count += keys[i] != 0 ? 1 : 0;
        }

        Count += count;
    }

    /// <summary>Empties it, to be used again.</summary>
    public void Clear()
    {
        Count = 0;
        Several = false;
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_keys);
        ArrayPool<int>.Shared.Return(_owners);
        _keys = [];
        _owners = [];
        Count = 0;
    }

    private void Grow()
    {
        ulong[] keys = ArrayPool<ulong>.Shared.Rent(Math.Max(16, 2 * Count));
        int[] owners = ArrayPool<int>.Shared.Rent(Math.Max(16, 2 * Count));
        Keys.CopyTo(keys);
        Owners.CopyTo(owners);
        ArrayPool<ulong>.Shared.Return(_keys);
        ArrayPool<int>.Shared.Return(_owners);
        (_keys, _owners) = (keys, owners);
    }
}
