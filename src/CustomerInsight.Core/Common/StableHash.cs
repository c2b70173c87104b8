namespace CustomerInsight;

/// <summary>A 64-bit hash of text that is the same in every process, on every machine and for every culture.</summary>
/// <remarks>
/// FNV-1a over UTF-16 code units with a final mix. Not a cryptographic hash: do not use it to hide a value.
/// <para>Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm"; the final mix is that of SplitMix64
/// (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class StableHash
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Hashes a text.</summary>
    /// <param name="text">Any text; empty is allowed.</param>
    /// <returns>The hash. Cost: one pass over the text, no allocation.</returns>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = OffsetBasis;
        foreach (char unit in text)
        {
            hash = (hash ^ unit) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>Joins two hashes into one; the order matters.</summary>
    /// <param name="first">The hash so far.</param>
    /// <param name="second">The hash to add.</param>
    /// <returns>The joined hash.</returns>
    public static ulong Combine(ulong first, ulong second) => Mix((first * Prime) ^ second);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
