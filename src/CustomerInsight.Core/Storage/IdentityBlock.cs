using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CustomerInsight;

/// <summary>Entries of a tenant's identity ledger that were written together: all of them or none. Blocks form a chain of hashes.</summary>
/// <remarks>
/// The hash is SHA-256 over the hash of the block before, the number and the time in UTC ticks (8 bytes each, the lowest first) and the commitments of
/// the entries in order. So a changed, missing, added or moved entry or block shows, while an erased entry does not break the chain.
/// <para>Source of the construction: Haber and Stornetta, "How to time-stamp a digital document", Journal of Cryptology 3(2), 1991.</para>
/// </remarks>
/// <threadsafety>Safe from many threads, as long as nobody changes the bytes.</threadsafety>
public sealed class IdentityBlock : IEquatable<IdentityBlock>
{
    /// <summary>How many bytes a hash has.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private const int FixedLength = HashLength + sizeof(long) + sizeof(long);

    /// <summary>Makes a block as it was written.</summary>
    /// <param name="number">How many blocks of the tenant come before it. At least 0.</param>
    /// <param name="at">When it was written; kept in UTC.</param>
    /// <param name="hash">Its hash. Not copied, and not checked: a block that was tampered with must still be readable.</param>
    /// <param name="entries">Its entries in order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="hash"/> is not <see cref="HashLength"/> bytes long, or one of the entries is the default value, which is no entry.</exception>
    public IdentityBlock(long number, DateTimeOffset at, ReadOnlyMemory<byte> hash, ValueList<IdentityEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (hash.Length != HashLength)
        {
            throw new ArgumentException($"A hash has {HashLength} bytes, not {hash.Length}.", nameof(hash));
        }

        foreach (IdentityEntry entry in entries.AsSpan())
        {
            if (entry.IsErased && entry.KeptCommitment.IsEmpty)
            {
                throw new ArgumentException("The default value is no entry. Make entries by the constructor or by Erased.", nameof(entries));
            }
        }

        Number = number;
        At = at.ToUniversalTime();
        Hash = hash;
        Entries = entries;
    }

    /// <summary>Gets what stands for the hash of the block before the first one: zeros.</summary>
    public static ReadOnlyMemory<byte> FirstPreviousHash { get; } = new byte[HashLength];

    /// <summary>Gets how many blocks of the tenant come before it.</summary>
    public long Number { get; }

    /// <summary>Gets when it was written, in UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Gets its hash.</summary>
    public ReadOnlyMemory<byte> Hash { get; }

    /// <summary>Gets its entries in order.</summary>
    public ValueList<IdentityEntry> Entries { get; }

    /// <summary>Computes the hash of a block.</summary>
    /// <param name="previousHash">The hash of the block before, or <see cref="FirstPreviousHash"/>.</param>
    /// <param name="number">The block's number.</param>
    /// <param name="at">When it is written; the same moment gives the same hash whatever its offset.</param>
    /// <param name="entries">Its entries in order.</param>
    /// <param name="destination">Takes the <see cref="HashLength"/> bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="previousHash"/> is not <see cref="HashLength"/> bytes long, or <paramref name="destination"/> is shorter.</exception>
    /// <exception cref="InvalidOperationException">One of the entries is the default value, which is no entry.</exception>
    /// <remarks>Cost: one pass over the contents of the entries whose commitments are not kept, and one over the commitments.</remarks>
    public static void ComputeHash(ReadOnlySpan<byte> previousHash, long number, DateTimeOffset at, ReadOnlySpan<IdentityEntry> entries, Span<byte> destination)
    {
        if (previousHash.Length != HashLength)
        {
            throw new ArgumentException($"A hash has {HashLength} bytes, not {previousHash.Length}.", nameof(previousHash));
        }

        int length = checked(FixedLength + (entries.Length * IdentityEntry.CommitmentLength));
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> hashed = rented.AsSpan(0, length);
            previousHash.CopyTo(hashed);
            BinaryPrimitives.WriteInt64LittleEndian(hashed[HashLength..], number);
            BinaryPrimitives.WriteInt64LittleEndian(hashed[(HashLength + sizeof(long))..], at.UtcTicks);
            Span<byte> commitments = hashed[FixedLength..];
            for (int i = 0; i < entries.Length; i++)
            {
                entries[i].CopyCommitment(commitments.Slice(i * IdentityEntry.CommitmentLength, IdentityEntry.CommitmentLength));
            }

            SHA256.HashData(hashed, destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Says whether the block follows on another.</summary>
    /// <param name="previousHash">The hash of the block before, or <see cref="FirstPreviousHash"/>.</param>
    /// <returns>True where its hash is the one that <see cref="ComputeHash"/> gives.</returns>
    /// <exception cref="ArgumentException"><paramref name="previousHash"/> is not <see cref="HashLength"/> bytes long.</exception>
    public bool Follows(ReadOnlySpan<byte> previousHash)
    {
        Span<byte> computed = stackalloc byte[HashLength];
        ComputeHash(previousHash, Number, At, Entries.AsSpan(), computed);
        return computed.SequenceEqual(Hash.Span);
    }

    /// <summary>Makes of this block what is left of it after an erasure.</summary>
    /// <param name="entries">The places of the entries to erase, in any order; those erased before stay so.</param>
    /// <returns>A block with the same hash, of which the erased entries have their commitments alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The block has no such entry.</exception>
    public IdentityBlock Erase(IEnumerable<int> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        IdentityEntry[] left = Entries.AsSpan().ToArray();
        foreach (int place in entries)
        {
            if ((uint)place >= (uint)left.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(entries), place, $"Block {Number} has {left.Length} entries.");
            }

            left[place] = left[place].Erase();
        }

        return new IdentityBlock(Number, At, Hash, new ValueList<IdentityEntry>(ImmutableCollectionsMarshal.AsImmutableArray(left)));
    }

    /// <inheritdoc/>
    public bool Equals(IdentityBlock? other) =>
        other is not null && Number == other.Number && At == other.At && Hash.Span.SequenceEqual(other.Hash.Span) && Entries == other.Entries;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IdentityBlock);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Number);
        hash.AddBytes(Hash.Span);
        return hash.ToHashCode();
    }

    /// <summary>Says how many entries there are, never what they hold.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"block {Number} of {Entries.Count} entries";
}
