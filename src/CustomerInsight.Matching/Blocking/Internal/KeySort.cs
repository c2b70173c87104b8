using System.Numerics;

namespace CustomerInsight.Matching;

/// <summary>Sorts the keys of one part of a <see cref="BlockGroups"/>: a counting sort by the bits after those that all have in common, and each bucket by insertion.</summary>
internal static class KeySort
{
    private const int MostBucketBits = 11;
    private const int SmallBucket = 24;

    /// <summary>Sorts keys by themselves, and the nodes of one key rising, as they come.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="owners">The node of each.</param>
    /// <param name="sorted">Where the keys go; as many.</param>
    /// <param name="sortedOwners">Where the nodes go.</param>
    /// <param name="sharedBits">How many of the highest bits all keys have in common.</param>
    public static void Sort(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> owners, Span<ulong> sorted, Span<int> sortedOwners, int sharedBits)
    {
        int bits = Math.Min(MostBucketBits, BitOperations.Log2((uint)keys.Length));
        Span<int> next = stackalloc int[(1 << MostBucketBits) + 1];
        next = next[..((1 << bits) + 1)];
        next.Clear();
        foreach (ulong key in keys)
        {
            next[Bucket(key, sharedBits, bits) + 1]++;
        }

        for (int bucket = 1; bucket < next.Length; bucket++)
        {
            next[bucket] += next[bucket - 1];
        }

        for (int i = 0; i < keys.Length; i++)
        {
            int place = next[Bucket(keys[i], sharedBits, bits)]++;
            sorted[place] = keys[i];
            sortedOwners[place] = owners[i];
        }

        int from = 0;
        for (int bucket = 0; bucket < next.Length - 1; bucket++)
        {
            int to = next[bucket];
            if (to - from > 1)
            {
                SortBucket(sorted[from..to], sortedOwners[from..to]);
            }

            from = to;
        }
    }

    /// <summary>Sorts by key, then by node. Nodes of one key come in rising order; insertion keeps that.</summary>
    private static void SortBucket(Span<ulong> keys, Span<int> owners)
    {
        if (keys.Length > SmallBucket)
        {
            if (keys.ContainsAnyExcept(keys[0]))
            {
                SortLarge(keys, owners);
            }

            return;
        }

        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int owner = owners[i];
            int at = i;
            while (at > 0 && keys[at - 1] > key)
            {
                keys[at] = keys[at - 1];
                owners[at] = owners[at - 1];
                at--;
            }

            keys[at] = key;
            owners[at] = owner;
        }
    }

    private static void SortLarge(Span<ulong> keys, Span<int> owners)
    {
        MemoryExtensions.Sort(keys, owners);
        for (int from = 0, to; from < keys.Length; from = to)
        {
            to = EndOfGroup(keys, from);

            // The sort is not stable, and the order inside a block must not depend on it.
            owners[from..to].Sort();
        }
    }

    /// <summary>Where the keys end that are equal to one.</summary>
    public static int EndOfGroup(ReadOnlySpan<ulong> keys, int from)
    {
        int to = from + 1;
        while (to < keys.Length && keys[to] == keys[from])
        {
            to++;
        }

        return to;
    }

    private static int Bucket(ulong key, int sharedBits, int bits) => bits == 0 ? 0 : (int)((key << sharedBits) >> (64 - bits));
}
