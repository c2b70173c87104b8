namespace CustomerInsight.Models;

/// <summary>Means of groups, and the nearest of them.</summary>
internal static class GroupCenters
{
    private const int MostOnStack = 64;

    /// <summary>Computes the mean of each group.</summary>
    /// <param name="values">The rows' numbers.</param>
    /// <param name="width">How many numbers a row has.</param>
    /// <param name="groups">The group of each row: numbered from 0, none left out.</param>
    public static ValueList<ValueList<double>> Of(double[] values, int width, ReadOnlySpan<int> groups)
    {
        int count = 0;
        foreach (int group in groups)
        {
            count = Math.Max(count, group + 1);
        }

        double[][] sums = [.. Enumerable.Range(0, count).Select(_ => new double[width])];
        int[] sizes = new int[count];
        for (int row = 0; row < groups.Length; row++)
        {
            double[] sum = sums[groups[row]];
            sizes[groups[row]]++;
            for (int column = 0; column < width; column++)
            {
                sum[column] += values[(row * width) + column];
            }
        }

        return ValueList.From(sums.Select((sum, group) => ValueList.From(sum.Select(value => value / sizes[group]))));
    }

    /// <exception cref="ArgumentException">There is no centre, or one has other numbers than expected.</exception>
    public static double[] Flat(ValueList<ValueList<double>> centers, int width) =>
        centers.Count > 0 && centers.All(center => center.Count == width && center.All(double.IsFinite))
            ? [.. centers.SelectMany(static center => center)]
            : throw new ArgumentException(FormattableString.Invariant($"There is no centre, or one does not have {width} finite numbers. Give each group a number for each feature."), nameof(centers));

    public static GroupAssignment Nearest(FeatureScaling scaling, double[] centers, ReadOnlySpan<double> features)
    {
        int width = scaling.Columns.Count;
        Span<double> scaled = width <= MostOnStack ? stackalloc double[MostOnStack] : new double[width];
        scaled = scaled[..width];
        scaling.Apply(features, scaled);
        int nearest = GroupAssignment.None;
        double least = double.PositiveInfinity;
        for (int group = 0; group < centers.Length / width; group++)
        {
            // Not a number, where a feature is missing, is less than nothing.
            double squared = SquaredDistance.Between(scaled, centers.AsSpan(group * width, width));
            if (squared < least)
            {
                (nearest, least) = (group, squared);
            }
        }

        return nearest < 0 ? GroupAssignment.Nobody : new GroupAssignment(nearest, Math.Sqrt(least), 1);
    }
}
