namespace CustomerInsight.Models;

/// <summary>Sorts texts by their UTF-16 units, as <see cref="string.CompareOrdinal(string, string)"/> does.</summary>
internal static class OrdinalOrder
{
    /// <summary>Gives the places of the texts in ordinal order, equal texts in the order of their places.</summary>
    public static int[] Of(string[] texts)
    {
        int[] order = new int[texts.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) =>
        {
            int ordinal = string.CompareOrdinal(texts[left], texts[right]);
            return ordinal != 0 ? ordinal : left.CompareTo(right);
        });
        return order;
    }
}
