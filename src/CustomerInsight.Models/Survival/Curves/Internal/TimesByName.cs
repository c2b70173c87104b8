namespace CustomerInsight.Models;

/// <summary>Times taken apart by a name that each row has.</summary>
internal static class TimesByName
{
    /// <summary>Gives the times of each name, in ordinal order of the names, and which rows they are.</summary>
    /// <exception cref="ArgumentException">There is not one name for each row.</exception>
    public static List<(string Name, int[] Rows, SurvivalTimes Times)> Of(SurvivalTimes times, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count != times.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{times.Count} times come with {names.Count} names of groups. Give one for each row."), nameof(names));
        }

        var rows = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (int row = 0; row < names.Count; row++)
        {
            string name = names[row] ?? throw new ArgumentException(FormattableString.Invariant($"Row {row} has no name of a group. Name one, or leave the row out."), nameof(names));
            if (!rows.TryGetValue(name, out List<int>? list))
            {
                rows.Add(name, list = []);
            }

            list.Add(row);
        }

        return [.. rows.Select(pair => (pair.Key, pair.Value.ToArray(), times.Take(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pair.Value))))];
    }
}
