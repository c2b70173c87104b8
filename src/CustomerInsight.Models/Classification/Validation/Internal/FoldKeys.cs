namespace CustomerInsight.Models;

/// <summary>Random orders that depend on a seed and on names alone, not on the order in which these come.</summary>
internal static class FoldKeys
{
    /// <summary>The numbers from 0 in a random order: by their names' hashes, or without names by a sequence of draws.</summary>
    public static int[] Order(int count, ulong seed, IReadOnlyList<string>? names)
    {
        var random = new SeededRandom(seed);
        ulong start = random.NextBits();
        ulong[] keys = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            keys[i] = names is null ? random.NextBits() : StableHash.Combine(start, StableHash.Of(names[i]));
        }

        return HashOrder.Of(keys, FixedChunks.Parallel(0, CancellationToken.None));
    }

    /// <summary>Numbers groups in the order in which they first come.</summary>
    public static (int[] OfRow, List<string> Names) Groups(IReadOnlyList<string> groups)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        int[] ofRow = new int[groups.Count];
        for (int row = 0; row < ofRow.Length; row++)
        {
            if (!numbers.TryGetValue(groups[row], out int number))
            {
                number = names.Count;
                numbers.Add(groups[row], number);
                names.Add(groups[row]);
            }

            ofRow[row] = number;
        }

        return (ofRow, names);
    }
}
