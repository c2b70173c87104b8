namespace CustomerInsight.Models;

/// <summary>The rows that have a group and all features, on the scale on which distances are measured.</summary>
/// <param name="Values">The rows.</param>
/// <param name="Width">The features of a row.</param>
/// <param name="Groups">The group of each: a place in the labels. So what is kept for each group is as much as there are groups with rows, however high their labels.</param>
/// <param name="Labels">What each group is called in the data, rising.</param>
/// <param name="Numbers">Each row's number in the data.</param>
internal sealed record GroupedRows(double[] Values, int Width, int[] Groups, int[] Labels, int[] Numbers)
{
    /// <summary>Results list every group up to the highest label, so that one may not be any number.</summary>
    public const int MostLabel = 1_000_000;

    /// <summary>Gets how many groups have rows.</summary>
    public int Count => Labels.Length;

    /// <exception cref="ArgumentException">There are more or fewer groups than rows, a group is below <see cref="GroupAssignment.None"/> or above <see cref="MostLabel"/>, or the scaling is of other features.</exception>
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
        if (groups.Any(static group => group is < GroupAssignment.None or > MostLabel))
        {
            throw new ArgumentException(FormattableString.Invariant($"A row has a group below {GroupAssignment.None} or above {MostLabel}. Number groups from 0; {GroupAssignment.None} is for none."), nameof(groups));
        }

        (int[] own, int[] labels) = Dense([.. numbers.Select(row => groups[row])]);
        double[] values = own.Length == data.Rows ? scaled.Array : RowOrder.Take(scaled.Array, data.Columns.Count, numbers);
        return new GroupedRows(values, data.Columns.Count, own, labels, numbers);
    }

    /// <summary>Some of the rows, evenly chosen from their canonical order; all where there are no more.</summary>
    public GroupedRows Thin(FeatureMatrix data, int most, ParallelOptions parallel)
    {
        if (Groups.Length <= most)
        {
            return this;
        }

        int[] chosen = RowOrder.Thin(RowOrder.Of(data, Numbers, parallel), most);
        (int[] own, int[] labels) = Dense([.. chosen.Select(row => Groups[row])]);
        return new GroupedRows(RowOrder.Take(Values, Width, chosen), Width, own, [.. labels.Select(group => Labels[group])], [.. chosen.Select(row => Numbers[row])]);
    }

    /// <summary>Numbers labels from 0 in their order, those that no row has left out.</summary>
    private static (int[] Groups, int[] Labels) Dense(int[] labels)
    {
        int[] places = new int[labels.Length == 0 ? 0 : labels.Max() + 1];
        foreach (int label in labels)
        {
            places[label] = 1;
        }

        var rising = new List<int>();
        for (int label = 0; label < places.Length; label++)
        {
            if (places[label] > 0)
            {
                places[label] = rising.Count;
                rising.Add(label);
            }
        }

        return ([.. labels.Select(label => places[label])], [.. rising]);
    }
}
