namespace CustomerInsight.Models;

/// <summary>The rows that have a group and all features, on the scale on which distances are measured.</summary>
/// <param name="Values">The rows.</param>
/// <param name="Width">The features of a row.</param>
/// <param name="Groups">The group of each, from 0.</param>
/// <param name="Count">How many groups there are: one more than the highest number.</param>
/// <param name="Numbers">Each row's number in the data.</param>
internal sealed record GroupedRows(double[] Values, int Width, int[] Groups, int Count, int[] Numbers)
{
    /// <exception cref="ArgumentException">There are more or fewer groups than rows, a group is below <see cref="GroupAssignment.None"/>, or the scaling is of other features.</exception>
    public static GroupedRows Of(FeatureMatrix data, IReadOnlyList<int> groups, FeatureScaling? scaling, ParallelOptions parallel)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != data.Rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {groups.Count} groups for {data.Rows} rows. Give one for each row."), nameof(groups));
        }

        FeatureMatrix scaled = scaling is null ? data : scaling.Apply(data);
        int[]? complete = CompleteRows.Find(scaled, parallel);
        int[] numbers = [.. (complete ?? Enumerable.Range(0, data.Rows)).Where(row => groups[row] >= 0)];
        if (groups.Any(static group => group < GroupAssignment.None))
        {
            throw new ArgumentException($"A row has a group below {GroupAssignment.None}. Number groups from 0; {GroupAssignment.None} is for none.", nameof(groups));
        }

        int[] own = [.. numbers.Select(row => groups[row])];
        double[] values = own.Length == data.Rows ? scaled.Array : RowOrder.Take(scaled.Array, data.Columns.Count, numbers);
        return new GroupedRows(values, data.Columns.Count, own, own.Length == 0 ? 0 : own.Max() + 1, numbers);
    }

    /// <summary>Some of the rows, evenly chosen from their canonical order; all where there are no more.</summary>
    public GroupedRows Thin(FeatureMatrix data, int most, ParallelOptions parallel)
    {
        if (Groups.Length <= most)
        {
            return this;
        }

        int[] chosen = RowOrder.Thin(RowOrder.Of(data, Numbers, parallel), most);
        return this with
        {
            Values = RowOrder.Take(Values, Width, chosen),
            Groups = [.. chosen.Select(row => Groups[row])],
            Numbers = [.. chosen.Select(row => Numbers[row])],
        };
    }
}
