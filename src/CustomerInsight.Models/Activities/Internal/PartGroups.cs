using System.Numerics;

namespace CustomerInsight.Models;

/// <summary>The customers of one part of a log, in ordinal order of their texts, those of one text by their kind.</summary>
internal sealed class PartGroups
{
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly List<ulong> _keys = [];
    private readonly List<string> _texts = [];
    private readonly List<short> _kinds = [];

    private PartGroups()
    {
    }

    public string[] Texts { get; private set; } = [];

    public short[] Kinds { get; private set; } = [];

    /// <summary>Where each customer's rows start, counted from the start of the part.</summary>
    public int[] Starts { get; private set; } = [];

    /// <summary>Finds the customers of some rows, and writes the rows' places one customer after the other.</summary>
    public static PartGroups Of(ActivityLog log, ReadOnlySpan<KeyedRow> rows, bool isExact, Span<int> places)
    {
        var groups = new PartGroups();
        int[] groupOf = new int[rows.Length];
        groups.Find(log, rows, isExact, groupOf);
        int[] order = groups.Sort();
        int[] starts = new int[order.Length];
        foreach (int group in groupOf)
        {
            starts[group]++;
        }

        int next = 0;
        for (int place = 0; place < order.Length; place++)
        {
            ref int start = ref starts[order[place]];
            groups.Starts[place] = next;
            (start, next) = (next, next + start);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            places[starts[groupOf[i]]++] = rows[i].Row;
        }

        return groups;
    }

    /// <summary>Finds each row's customer, by open addressing.</summary>
    private void Find(ActivityLog log, ReadOnlySpan<KeyedRow> rows, bool isExact, int[] groupOf)
    {
        int bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(rows.Length, 1) * 2));
        int[] slots = new int[1 << bits];
        bool hasKinds = log.HasKinds;
        for (int i = 0; i < rows.Length; i++)
        {
            (ulong key, int row) = rows[i];
            short kind = hasKinds && log.Rows[row].Detail >= 0 ? log.Details[log.Rows[row].Detail].Kind : (short)0;
            int at = (int)(((key + (ulong)kind) * Spread) >> (64 - bits));
            int group;
            while ((group = slots[at] - 1) >= 0
                && !(_keys[group] == key && _kinds[group] == kind && (isExact || string.Equals(_texts[group], log.Customers[row], StringComparison.Ordinal))))
            {
                at = (at + 1) & (slots.Length - 1);
            }

            if (group < 0)
            {
                _keys.Add(key);
                _texts.Add(log.Customers[row]);
                _kinds.Add(kind);
                group = _keys.Count - 1;
                slots[at] = _keys.Count;
            }

            groupOf[i] = group;
        }
    }

    /// <summary>Brings the customers in order, and says which of those found is at each place.</summary>
    private int[] Sort()
    {
        ulong[] keys = [.. _keys];
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(keys, order);
        var byText = Comparer<int>.Create((left, right) =>
        {
            int ordinal = string.CompareOrdinal(_texts[left], _texts[right]);
            return ordinal != 0 ? ordinal : _kinds[left].CompareTo(_kinds[right]);
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
                Array.Sort(order, start, end - start, byText);
            }

            start = end;
        }

        Texts = Array.ConvertAll(order, group => _texts[group]);
        Kinds = Array.ConvertAll(order, group => _kinds[group]);
        Starts = new int[order.Length];
        return order;
    }
}
