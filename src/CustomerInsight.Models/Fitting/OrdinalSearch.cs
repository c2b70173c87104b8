namespace CustomerInsight.Models;

internal static class OrdinalSearch
{
    /// <summary>Finds an item in a list that is in ordinal order of its names.</summary>
    public static T? FindOrdinal<T>(this ValueList<T> items, string name, Func<T, string> nameOf)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(name);
        int at = IndexOf(items.Count, i => nameOf(items[i]), name);
        return at < 0 ? null : items[at];
    }

    /// <summary>Finds the place of a name among names in ordinal order; −1 where it is none of them.</summary>
    public static int IndexOf(IReadOnlyList<string> names, string name) => IndexOf(names.Count, i => names[i], name);

    private static int IndexOf(int count, Func<int, string> nameOf, string name)
    {
        int low = 0;
        int high = count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = string.CompareOrdinal(nameOf(middle), name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
