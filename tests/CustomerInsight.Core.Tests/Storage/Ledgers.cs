using System.Security.Cryptography;

namespace CustomerInsight;

/// <summary>Made-up blocks, and the slow, obvious way to keep them.</summary>
internal static class Ledgers
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static IdentityBlock Block(SeededRandom random, ReadOnlySpan<byte> previousHash, long number, int entries, int longestPayload)
    {
        IdentityEntry[] all = [.. Enumerable.Range(0, entries).Select(_ => new IdentityEntry(Bytes(random, IdentityEntry.SaltLength + random.Next(longestPayload + 1))))];
        DateTimeOffset at = Start.AddSeconds(number);
        byte[] hash = new byte[IdentityBlock.HashLength];
        IdentityBlock.ComputeHash(previousHash, number, at, all, hash);
        return new IdentityBlock(number, at, hash, [.. all]);
    }

    /// <summary>A chain of blocks: small ones mostly, some of many entries, some of long ones.</summary>
    public static List<IdentityBlock> Chain(SeededRandom random, int blocks)
    {
        List<IdentityBlock> chain = [];
        for (int number = 0; number < blocks; number++)
        {
            (int entries, int longest) = random.Next(12) switch
            {
                0 => (0, 0),
                1 => (random.Next(600), 300),
                2 => (1 + random.Next(3), 100_000),
                _ => (1 + random.Next(4), 200),
            };
            chain.Add(Block(random, number == 0 ? IdentityBlock.FirstPreviousHash.Span : chain[^1].Hash.Span, number, entries, longest));
        }

        return chain;
    }

    /// <summary>The definition of an erased entry.</summary>
    public static IdentityEntry Erased(IdentityEntry entry) => entry.IsErased ? entry : IdentityEntry.Erased(SHA256.HashData(entry.Content.Span));

    public static byte[] Bytes(SeededRandom random, int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)random.NextBits();
        }

        return bytes;
    }
}
