namespace CustomerInsight.Models;

/// <summary>Which rows tell of each other, so that no member may learn from one of them and be judged by another.</summary>
internal static class RowGroups
{
    /// <summary>Numbers the groups: those without the event first, each kind in the order of a hash of their contents.</summary>
    /// <param name="data">The rows. Those of one customer are a group.</param>
    /// <param name="order">Their order.</param>
    /// <param name="most">How many rows of equal content may be a group where no customers are named.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    /// <returns>The group at each place of the order; null where each row is its own.</returns>
    public static int[]? Of(ClassificationData data, BoostingOrder order, int most, ParallelOptions parallel) =>
        data.Features.Customers is { } customers ? OfCustomers(data, order, customers, parallel) : OfContents(data, order, most);

    private static int[]? OfCustomers(ClassificationData data, BoostingOrder order, IReadOnlyList<string> customers, ParallelOptions parallel)
    {
        var numbers = new Dictionary<string, int>(data.Rows, StringComparer.Ordinal);
        int[] groupOf = new int[data.Rows];
        for (int row = 0; row < groupOf.Length; row++)
        {
            numbers.TryAdd(customers[row], numbers.Count);
            groupOf[row] = numbers[customers[row]];
        }

        if (numbers.Count == data.Rows)
        {
            return null;
        }

        // The names themselves decide nothing: sums of hashes are the same in any order of the rows.
        ulong[] keys = new ulong[numbers.Count];
        bool[] happened = new bool[keys.Length];
        for (int row = 0; row < groupOf.Length; row++)
        {
            keys[groupOf[row]] += StableHash.Combine(order.Keys![row], data.LabelArray[row] ? 1UL : 0);
            happened[groupOf[row]] |= data.LabelArray[row];
        }

        int[] rank = new int[keys.Length];
        (int without, int with) = (0, happened.Count(static one => !one));
        foreach (int group in HashOrder.Of(keys, parallel))
        {
            rank[group] = happened[group] ? with++ : without++;
        }

        return [.. order.Rows.Select(row => rank[groupOf[row]])];
    }

    /// <summary>Rows that are alike in everything are a group, as where each was written several times.</summary>
    /// <remarks>Not where rows of other labels are alike too, or where they are many: then few different contents make rows alike, and dealing whole contents would hide them from a member.</remarks>
    private static int[]? OfContents(ClassificationData data, BoostingOrder order, int most)
    {
        int[] groups = new int[data.Rows];
        int without = data.Rows - data.Positives;
        int count = Number(order, (0, without), (without, data.Rows), most, groups, 0);
        count = Number(order, (without, data.Rows), (0, without), most, groups, count);
        return count < data.Rows ? groups : null;
    }

    private static int Number(BoostingOrder order, (int From, int To) own, (int From, int To) others, int most, int[] groups, int count)
    {
        int other = others.From;
        for (int from = own.From, to; from < own.To; from = to)
        {
            ulong key = Key(from);
            for (to = from + 1; to < own.To && Key(to) == key; to++)
            {
            }

            while (other < others.To && Key(other) < key)
            {
                other++;
            }

            bool together = to - from <= most && !(other < others.To && Key(other) == key);
            for (int place = from; place < to; place++)
            {
                count += place == from || !together ? 1 : 0;
                groups[place] = count - 1;
            }
        }

        return count;

        ulong Key(int place) => order.Keys![order.Rows[place]];
    }
}
