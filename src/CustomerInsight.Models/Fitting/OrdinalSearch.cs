namespace CustomerInsight.Models;

internal static class OrdinalSearch
{
    /// <summary>Finds an item in a list that is in ordinal order of its names.</summary>
    public static T? FindOrdinal<T>(this ValueList<T> items, string name, Func<T, string> nameOf)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(name);
        int low = 0;
        int high = items.Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = string.CompareOrdinal(nameOf(items[middle]), name);
            if (order == 0)
            {
                return items[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
