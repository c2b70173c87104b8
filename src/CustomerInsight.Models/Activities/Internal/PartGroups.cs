namespace CustomerInsight.Models;

/// <summary>The customers of one part of a log.</summary>
internal sealed class PartGroups
{
    public List<string> Texts { get; } = [];

    public List<short> Kinds { get; } = [];

    /// <summary>Where each customer's rows start, counted from the start of the part.</summary>
    public int[] Starts { get; private set; } = [];

    /// <summary>Finds the customers of some rows, and writes the rows' places one customer after the other.</summary>
    public static PartGroups Of(ActivityLog log, ReadOnlySpan<ulong> rows, Span<int> places)
    {
        var groups = new PartGroups();
        int[] groupOf = groups.Find(log, rows);
        int[] starts = new int[groups.Texts.Count];
        foreach (int group in groupOf)
        {
            starts[group]++;
        }

        int next = 0;
        foreach (ref int start in starts.AsSpan())
        {
            (start, next) = (next, next + start);
        }

        groups.Starts = [.. starts];
        for (int i = 0; i < rows.Length; i++)
        {
            places[starts[groupOf[i]]++] = (int)rows[i];
        }

        return groups;
    }

    /// <summary>Finds each row's customer, by open addressing with the hash beside the number.</summary>
    private int[] Find(ActivityLog log, ReadOnlySpan<ulong> rows)
    {
        int[] groupOf = new int[rows.Length];
        ulong[] slots = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(rows.Length, 1) * 2)];
        for (int i = 0; i < rows.Length; i++)
        {
            ref LogRow row = ref log.Rows[(int)rows[i]];
            short kind = log.HasKinds && row.Detail >= 0 ? log.Details[row.Detail].Kind : (short)0;
            uint hash = (uint)(rows[i] >> 32);
            int at = (int)(hash & (uint)(slots.Length - 1));
            while (slots[at] != 0 && !IsAt(slots[at], hash, row.Customer, kind))
            {
                at = (at + 1) & (slots.Length - 1);
            }

            if (slots[at] == 0)
            {
                Texts.Add(row.Customer);
                Kinds.Add(kind);
                slots[at] = ((ulong)hash << 32) | (uint)Texts.Count;
            }

            groupOf[i] = (int)slots[at] - 1;
        }

        return groupOf;
    }

    private bool IsAt(ulong slot, uint hash, string customer, short kind)
    {
        int group = (int)slot - 1;
        return (uint)(slot >> 32) == hash && Kinds[group] == kind && string.Equals(Texts[group], customer, StringComparison.Ordinal);
    }
}
