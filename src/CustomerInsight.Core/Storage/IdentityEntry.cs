using System.Security.Cryptography;

namespace CustomerInsight;

/// <summary>One entry of a tenant's identity ledger, as bytes: a random salt and a payload, or, once it was erased, their commitment alone.</summary>
/// <remarks>
/// The commitment is SHA-256 of salt and payload. Blocks are chained over commitments, so the chain still holds after an erasure; and as the salt is
/// random and goes with the payload, nobody can find out from the commitment what was erased by trying what it may have been.
/// <para>Two entries are equal when their content is, or when both are erased and their commitments are equal.</para>
/// </remarks>
/// <threadsafety>Safe from many threads, as long as nobody changes the bytes.</threadsafety>
public readonly struct IdentityEntry : IEquatable<IdentityEntry>
{
    /// <summary>How many bytes of <see cref="Content"/> are the salt.</summary>
    public const int SaltLength = 16;

    /// <summary>How many bytes a commitment has.</summary>
    public const int CommitmentLength = SHA256.HashSizeInBytes;

    /// <summary>Makes an entry.</summary>
    /// <param name="content">The salt and, right behind it, the payload. Not copied.</param>
    /// <param name="commitment">The commitment, where a store keeps it beside the content; empty to compute it whenever it is asked for. Not copied.</param>
    /// <exception cref="ArgumentException">The content is shorter than a salt, or the commitment is neither empty nor <see cref="CommitmentLength"/> bytes long.</exception>
    public IdentityEntry(ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> commitment = default)
    {
        if (content.Length < SaltLength)
        {
            throw new ArgumentException($"The content has {content.Length} bytes, fewer than the {SaltLength} of the salt. Give salt and payload; make an erased entry by {nameof(Erased)}.", nameof(content));
        }

        if (!commitment.IsEmpty)
        {
            CheckCommitment(commitment);
        }

        Content = content;
        KeptCommitment = commitment;
    }

    private IdentityEntry(ReadOnlyMemory<byte> commitment) => KeptCommitment = commitment;

    /// <summary>Gets the salt and, right behind it, the payload; empty where the entry was erased.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Gets the commitment as a store kept it; empty where it keeps none, and never empty where the entry was erased.</summary>
    public ReadOnlyMemory<byte> KeptCommitment { get; }

    /// <summary>Gets what the entry says; empty where it was erased.</summary>
    public ReadOnlyMemory<byte> Payload => Content.IsEmpty ? Content : Content[SaltLength..];

    /// <summary>Gets a value indicating whether salt and payload are gone.</summary>
    public bool IsErased => Content.IsEmpty;

    /// <summary>Makes an entry whose salt and payload are gone.</summary>
    /// <param name="commitment">The commitment that it had. Not copied.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentException"><paramref name="commitment"/> is not <see cref="CommitmentLength"/> bytes long.</exception>
    public static IdentityEntry Erased(ReadOnlyMemory<byte> commitment)
    {
        CheckCommitment(commitment);
        return new IdentityEntry(commitment);
    }

    /// <summary>Makes of this entry what is left of it after an erasure.</summary>
    /// <returns>An erased entry with the same commitment, which shares no bytes with this one's content.</returns>
    public IdentityEntry Erase()
    {
        if (!KeptCommitment.IsEmpty)
        {
            return new IdentityEntry(KeptCommitment);
        }

        byte[] commitment = new byte[CommitmentLength];
        CopyCommitment(commitment);
        return new IdentityEntry(commitment);
    }

    /// <summary>Gives the commitment: the one kept, else SHA-256 of the content.</summary>
    /// <param name="destination">Takes the <see cref="CommitmentLength"/> bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which is no entry.</exception>
    public void CopyCommitment(Span<byte> destination)
    {
        if (!KeptCommitment.IsEmpty)
        {
            KeptCommitment.Span.CopyTo(destination);
        }
        else if (Content.IsEmpty)
        {
            throw new InvalidOperationException("The default value is no entry. Make entries by the constructor or by Erased.");
        }
        else
        {
            SHA256.HashData(Content.Span, destination);
        }
    }

    /// <inheritdoc/>
    public bool Equals(IdentityEntry other) =>
        IsErased == other.IsErased && Content.Span.SequenceEqual(other.Content.Span) && (!IsErased || KeptCommitment.Span.SequenceEqual(other.KeptCommitment.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IdentityEntry other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(IsErased ? KeptCommitment.Span : Content.Span);
        return hash.ToHashCode();
    }

    /// <summary>Compares two entries by their bytes.</summary>
    /// <param name="left">One entry.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they are equal.</returns>
    public static bool operator ==(IdentityEntry left, IdentityEntry right) => left.Equals(right);

    /// <summary>Compares two entries by their bytes.</summary>
    /// <param name="left">One entry.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ.</returns>
    public static bool operator !=(IdentityEntry left, IdentityEntry right) => !left.Equals(right);

    /// <summary>Says how long the payload is, never what it holds.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsErased ? "erased entry" : $"entry of {Payload.Length} byte(s)";

    private static void CheckCommitment(ReadOnlyMemory<byte> commitment)
    {
        if (commitment.Length != CommitmentLength)
        {
            throw new ArgumentException($"A commitment has {CommitmentLength} bytes, not {commitment.Length}.", nameof(commitment));
        }
    }
}
