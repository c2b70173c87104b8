namespace CustomerInsight.Models;

/// <summary>The mean of each group, how far its rows are from it, and the measures that follow from these.</summary>
internal sealed class GroupCentroids
{
    private readonly int _width;
    private readonly double[] _centers;

    public GroupCentroids(GroupedRows rows)
    {
        _width = rows.Width;
        Sizes = new int[rows.Count];
        foreach (int group in rows.Groups)
        {
            Sizes[group]++;
        }

        _centers = Means(rows, rows.Groups, Sizes);
        MeanDistances = new double[rows.Count];
        for (int row = 0; row < rows.Groups.Length; row++)
        {
            double squared = NearestCenters.Squared(rows.Values.AsSpan(row * _width, _width), Center(rows.Groups[row]));
            Within += squared;
            MeanDistances[rows.Groups[row]] += Math.Sqrt(squared);
        }

        double[] whole = Means(rows, new int[rows.Groups.Length], [rows.Groups.Length]);
        for (int group = 0; group < Sizes.Length; group++)
        {
            MeanDistances[group] /= Sizes[group];
            Between += Sizes[group] == 0 ? 0 : Sizes[group] * NearestCenters.Squared(Center(group), whole);
        }
    }

    public int[] Sizes { get; }

    /// <summary>Gets the mean distance of the rows of each group to their mean; not a number for a group without rows.</summary>
    public double[] MeanDistances { get; }

    /// <summary>Gets the sum of the squared distances of all rows to the mean of their group.</summary>
    public double Within { get; }

    /// <summary>Gets the same of the groups' means to the mean of all, each as often as it has rows.</summary>
    public double Between { get; }

    /// <summary>The mean over groups of the worst ratio of their spread to the distance of another. Groups with the same mean count as not comparable.</summary>
    public double DaviesBouldin()
    {
        int[] groups = [.. Enumerable.Range(0, Sizes.Length).Where(group => Sizes[group] > 0)];
        return groups.Length < 2 ? double.NaN : groups.Average(group => groups.Where(other => other != group).Max(other =>
        {
            double apart = Math.Sqrt(NearestCenters.Squared(Center(group), Center(other)));
            return apart == 0 ? 0 : (MeanDistances[group] + MeanDistances[other]) / apart;
        }));
    }

    /// <summary>The variance between groups over that within them.</summary>
    public double CalinskiHarabasz()
    {
        int groups = Sizes.Count(static size => size > 0);
        int rows = Sizes.Sum();
        return groups < 2 || groups >= rows ? double.NaN : Between / (groups - 1) / (Within / (rows - groups));
    }

    private static double[] Means(GroupedRows rows, int[] groups, int[] sizes)
    {
        double[] means = new double[sizes.Length * rows.Width];
        for (int row = 0; row < groups.Length; row++)
        {
            for (int column = 0; column < rows.Width; column++)
            {
                means[(groups[row] * rows.Width) + column] += rows.Values[(row * rows.Width) + column];
            }
        }

        for (int i = 0; i < means.Length; i++)
        {
            means[i] /= sizes[i / rows.Width];
        }

        return means;
    }

    private ReadOnlySpan<double> Center(int group) => _centers.AsSpan(group * _width, _width);
}
