using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CustomerInsight.Matching;

/// <summary>Makes blocks of entries.</summary>
/// <param name="salts">Where salts come from; null for the system's generator for keys.</param>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class LedgerWriter(SaltSource? salts = null)
{
    // Below the size at which the runtime treats an array as a large object.
    private const int LargestChunk = 1 << 16;

    private readonly SaltSource _salts = salts ?? RandomNumberGenerator.Fill;
    private readonly PayloadWriter _payload = new();
    private byte[] _drawn = new byte[IdentityEntry.SaltLength];
    private int[] _ends = new int[1];

    /// <summary>Makes a block.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="previousHash">The hash of the block before, or <see cref="IdentityBlock.FirstPreviousHash"/>.</param>
    /// <param name="at">When it is written.</param>
    /// <param name="entries">Its entries in order.</param>
    /// <returns>The block, ready to be appended.</returns>
    /// <exception cref="ArgumentException">An entry is <see cref="Erased"/>, or a number in it is negative that cannot be.</exception>
    public IdentityBlock Write(long number, ReadOnlySpan<byte> previousHash, DateTimeOffset at, IReadOnlyList<LedgerEntry> entries)
    {
        _payload.Clear();
        if (_ends.Length < entries.Count)
        {
            _ends = new int[entries.Count];
            _drawn = new byte[checked(entries.Count * IdentityEntry.SaltLength)];
        }

        Span<byte> drawn = _drawn.AsSpan(0, entries.Count * IdentityEntry.SaltLength);
        _salts(drawn);
        for (int i = 0; i < entries.Count; i++)
        {
            drawn.Slice(i * IdentityEntry.SaltLength, IdentityEntry.SaltLength).CopyTo(_payload.Take(IdentityEntry.SaltLength));
            EntryCodec.Write(_payload, entries[i]);
            _ends[i] = _payload.Length;
        }

        IdentityEntry[] made = new IdentityEntry[entries.Count];
        for (int first = 0, next; first < made.Length; first = next)
        {
            next = Chunk(made, first);
        }

        byte[] hash = new byte[IdentityBlock.HashLength];
        IdentityBlock.ComputeHash(previousHash, number, at, made, hash);
        return new IdentityBlock(number, at, hash, new ValueList<IdentityEntry>(ImmutableCollectionsMarshal.AsImmutableArray(made)));
    }

    // Puts entries from one on into an array of their own; gives the first that is left.
    private int Chunk(IdentityEntry[] made, int first)
    {
        int start = first == 0 ? 0 : _ends[first - 1];
        int next = first + 1;
        while (next < made.Length && _ends[next] - start <= LargestChunk)
        {
            next++;
        }

        ReadOnlyMemory<byte> chunk = _payload.Written[start.._ends[next - 1]].ToArray();
        for (int i = first, from = start; i < next; i++)
        {
            made[i] = new IdentityEntry(chunk[(from - start)..(_ends[i] - start)]);
            from = _ends[i];
        }

        return next;
    }
}
