namespace CustomerInsight;

/// <summary>Sorts the records of one source by their ids, as <see cref="RecordKey.CompareTo"/> does.</summary>
/// <remarks>
/// Ids are compared as one number each, made of the first characters that are not the same in all: eight while they are Latin-1,
/// else four. Only ids that agree in them are compared as text. Ids of a few rising runs, such as numbers that are counted up, are merged.
/// </remarks>
internal static class CanonicalOrder
{
    private const int Bits = 64;
    private const int NarrowBits = 8;
    private const int WideBits = 16;

    private const int MostRuns = 64;

    /// <summary>Sorts the records; the array is either the one that is given back or of no more use.</summary>
    public static SourceRecord[] Sort(SourceRecord[] records)
    {
        if (FindRuns(records) is { } starts)
        {
            RunMerge.Merge(records, starts, static (left, right) => string.CompareOrdinal(left.Key.Id, right.Key.Id));
            return records;
        }

        ulong[] prefixes = new ulong[records.Length];
        int common = CommonLength(records);
        if (!TryWrite(records, common, NarrowBits, prefixes))
        {
            TryWrite(records, common, WideBits, prefixes);
        }

        int[] order = new int[records.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(prefixes, order);
        SortTies(records, prefixes, order);
        var sorted = new SourceRecord[records.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = records[order[i]];
        }

        return sorted;
    }

    /// <summary>Where the rising runs begin, or null where there are many.</summary>
    private static List<int>? FindRuns(SourceRecord[] records)
    {
        List<int> starts = [0];
        for (int i = 1; i < records.Length; i++)
        {
            if (string.CompareOrdinal(records[i - 1].Key.Id, records[i].Key.Id) > 0)
            {
                if (starts.Count == MostRuns)
                {
                    return null;
                }

                starts.Add(i);
            }
        }

        return starts;
    }

    private static int CommonLength(SourceRecord[] records)
    {
        ReadOnlySpan<char> common = records[0].Key.Id;
        for (int i = 1; i < records.Length && !common.IsEmpty; i++)
        {
            common = common[..common.CommonPrefixLength(records[i].Key.Id)];
        }

        return common.Length;
    }

    /// <summary>Writes the beginning of each id as a number; false where a character needs more bits.</summary>
    private static bool TryWrite(SourceRecord[] records, int start, int bits, ulong[] prefixes)
    {
        for (int i = 0; i < records.Length; i++)
        {
            string id = records[i].Key.Id;
            ulong prefix = 0;
            int end = Math.Min(id.Length, start + (Bits / bits));
            for (int at = start; at < end; at++)
            {
                if (id[at] >> bits != 0)
                {
                    return false;
                }

                prefix = (prefix << bits) | id[at];
            }

            // A shorter id comes first: what it lacks counts as the lowest character.
            int missing = Bits - ((end - start) * bits);
            prefixes[i] = missing == Bits ? 0 : prefix << missing;
        }

        return true;
    }

    private static void SortTies(SourceRecord[] records, ulong[] prefixes, int[] order)
    {
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && prefixes[end] == prefixes[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort((left, right) => string.CompareOrdinal(records[left].Key.Id, records[right].Key.Id));
            }

            start = end;
        }
    }
}
