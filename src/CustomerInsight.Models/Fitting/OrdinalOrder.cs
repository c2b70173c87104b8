namespace CustomerInsight.Models;

/// <summary>Sorts many names ordinally, mostly by numbers made of their first letters.</summary>
internal static class OrdinalOrder
{
    private const int AsciiLetters = 9;
    private const int Letters = 4;

    /// <summary>Gives the places of the names in ordinal order, equal names in the order of their places.</summary>
    public static int[] Of(IReadOnlyList<string> names)
    {
        int[] order = new int[names.Count];
        if (order.Length == 0)
        {
            return order;
        }

        // Ids share their first letters, which tell nothing apart.
        int skip = CommonPrefix(names, out bool isAscii);
        ulong[] keys = new ulong[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = KeyOf(names[i].AsSpan(skip), isAscii);
        }

        Array.Sort(keys, order);
        var byName = Comparer<int>.Create((left, right) =>
        {
            int ordinal = string.CompareOrdinal(names[left], names[right]);
            return ordinal != 0 ? ordinal : left.CompareTo(right);
        });
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(order, start, end - start, byName);
            }

            start = end;
        }

        return order;
    }

    private static ulong KeyOf(ReadOnlySpan<char> name, bool isAscii)
    {
        int letters = isAscii ? AsciiLetters : Letters;
        int bits = isAscii ? 7 : 16;
        ulong key = 0;
        for (int i = 0; i < letters; i++)
        {
            key = (key << bits) | (i < name.Length ? name[i] : 0u);
        }

        return key;
    }

    private static int CommonPrefix(IReadOnlyList<string> names, out bool isAscii)
    {
        string first = names[0];
        int common = first.Length;
        isAscii = true;
        foreach (string name in names)
        {
            isAscii &= System.Text.Ascii.IsValid(name);
            int same = name.AsSpan().CommonPrefixLength(first);
            common = Math.Min(common, same);
        }

        return common;
    }
}
