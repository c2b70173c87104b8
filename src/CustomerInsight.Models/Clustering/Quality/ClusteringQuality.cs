using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How well groups hold together and stand apart, by the usual measures.</summary>
/// <param name="Rows">How many rows are in a group and have all features: those that are measured.</param>
/// <param name="Unassigned">How many rows are in none, or miss a feature.</param>
/// <param name="Inertia">The sum of the squared distances of the rows to the mean of their group.</param>
/// <param name="Silhouette">The mean silhouette, in [−1, 1]: the higher the better; not a number for fewer than two groups.</param>
/// <param name="SilhouetteRows">On how many rows the silhouette was measured.</param>
/// <param name="DaviesBouldin">The Davies–Bouldin index, at least 0: the lower the better; not a number for fewer than two groups.</param>
/// <param name="CalinskiHarabasz">The Calinski–Harabasz index, at least 0: the higher the better; infinite where groups have no spread, not a number for fewer than two groups or no more rows than groups.</param>
/// <param name="Groups">The groups one by one, those without rows too.</param>
/// <remarks><para>Source: Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20, 1987; Davies, Bouldin, "A cluster separation measure", IEEE PAMI 1(2), 1979;
/// Caliński, Harabasz, "A dendrite method for cluster analysis", Communications in Statistics 3(1), 1974.</para></remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ClusteringQuality(
    int Rows, int Unassigned, double Inertia, double Silhouette, int SilhouetteRows, double DaviesBouldin, double CalinskiHarabasz, ValueList<GroupQuality> Groups)
{
    /// <summary>How many rows the silhouette is measured on at most where nothing else is said.</summary>
    public const int DefaultSilhouetteRows = 20_000;

    /// <summary>How many rows at most have their silhouette measured one by one.</summary>
    public const int MostSilhouettes = 200_000;

    /// <summary>Measures groups.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="groups">The group of each row, from 0; <see cref="GroupAssignment.None"/> for a row in none, which is not measured.</param>
    /// <param name="scaling">The scale on which distances are measured, such as that of the model; null for the features as they were measured.</param>
    /// <param name="silhouetteRows">On how many rows the silhouette is measured at most: evenly chosen from the rows in the order of their contents. At least 2; its cost is their square.</param>
    /// <param name="maxDegreeOfParallelism">How many threads may be used; 0 for as many as the machine has cores. The result is the same for any number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentException">There are more or fewer groups than rows, a group is below <see cref="GroupAssignment.None"/> or above 1,000,000, the scaling is of other features, a number is above 1e150 in size, or the measured rows × groups are above 268 million.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="silhouetteRows"/> is below 2 or <paramref name="maxDegreeOfParallelism"/> negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ClusteringQuality Of(
        [NotNull] FeatureMatrix data,
        [NotNull] IReadOnlyList<int> groups,
        FeatureScaling? scaling = null,
        int silhouetteRows = DefaultSilhouetteRows,
        int maxDegreeOfParallelism = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(silhouetteRows, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDegreeOfParallelism);
        ParallelOptions parallel = FixedChunks.Parallel(maxDegreeOfParallelism, cancellationToken);
        var rows = GroupedRows.Of(data, groups, scaling, parallel);
        var centroids = new GroupCentroids(rows);
        GroupedRows thinned = rows.Thin(data, silhouetteRows, parallel);
        double[] silhouettes = thinned.Count > 1 ? SilhouetteSums.Silhouettes(thinned, parallel) : [];
        double[] sums = new double[thinned.Count];
        int[] counts = new int[thinned.Count];
        for (int row = 0; row < silhouettes.Length; row++)
        {
            sums[thinned.Groups[row]] += silhouettes[row];
            counts[thinned.Groups[row]]++;
        }

        GroupQuality[] all = [.. Enumerable.Range(0, rows.Count == 0 ? 0 : rows.Labels[^1] + 1).Select(static label => new GroupQuality(label, 0, double.NaN, double.NaN))];
        for (int group = 0; group < rows.Count; group++)
        {
            all[rows.Labels[group]] = new GroupQuality(rows.Labels[group], centroids.Sizes[group], double.NaN, centroids.MeanDistances[group]);
        }

        for (int group = 0; group < thinned.Count; group++)
        {
            all[thinned.Labels[group]] = all[thinned.Labels[group]] with { Silhouette = sums[group] / counts[group] };
        }

        return new ClusteringQuality(
            rows.Groups.Length,
            data.Rows - rows.Groups.Length,
            centroids.Within,
            silhouettes.Length == 0 ? double.NaN : silhouettes.Average(),
            silhouettes.Length,
            centroids.DaviesBouldin(),
            centroids.CalinskiHarabasz(),
            ValueList.Create<GroupQuality>(all));
    }

    /// <summary>Measures the groups of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Rows with the model's features, in its order, as they were measured.</param>
    /// <param name="scaling">The scale on which distances are measured; null for that of the model where it is an <see cref="IScaledModel"/>, else for the features as they were measured.</param>
    /// <param name="silhouetteRows">On how many rows the silhouette is measured at most.</param>
    /// <param name="maxDegreeOfParallelism">How many threads may be used; 0 for as many as the machine has cores.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentException">The data have other features than the model or the scaling, or a number is above 1e150 in size.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="silhouetteRows"/> is below 2 or <paramref name="maxDegreeOfParallelism"/> negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>
    /// Rows are assigned to groups as new customers are. A model that is an <see cref="IRowAssignments"/> (<see cref="HierarchicalModel"/>, <see cref="HdbscanModel"/>) may so count a row of
    /// its fit to another group than the fit did: to measure the fit itself, give the groups of its row assignments to the overload that takes groups.
    /// </remarks>
    public static ClusteringQuality Of(
        [NotNull] IClusteringModel model,
        [NotNull] FeatureMatrix data,
        FeatureScaling? scaling = null,
        int silhouetteRows = DefaultSilhouetteRows,
        int maxDegreeOfParallelism = 0,
        CancellationToken cancellationToken = default) => Of(
            data, [.. model.AssignAll(data, maxDegreeOfParallelism, cancellationToken).Select(static one => one.Group)], scaling ?? (model as IScaledModel)?.Scaling, silhouetteRows, maxDegreeOfParallelism, cancellationToken);

    /// <summary>Measures the silhouette of every row: how much nearer it is to its own group than to the next.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="groups">The group of each row, from 0; <see cref="GroupAssignment.None"/> for a row in none.</param>
    /// <param name="scaling">The scale on which distances are measured; null for the features as they were measured.</param>
    /// <param name="maxDegreeOfParallelism">How many threads may be used; 0 for as many as the machine has cores. The result is the same for any number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One for each row, in [−1, 1]: 0 for a group of one row; not a number for a row that is in no group or misses a feature, and for all where there is one group.</returns>
    /// <exception cref="ArgumentException">There are more or fewer groups than rows, a group is below <see cref="GroupAssignment.None"/> or above 1,000,000, the scaling is of other features, a number is above 1e150 in size, there are more than <see cref="MostSilhouettes"/> rows, or rows × groups is above 268 million.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDegreeOfParallelism"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Time: half the square of the rows, times the features. Memory: rows × groups that have rows.</remarks>
    public static double[] Silhouettes(
        [NotNull] FeatureMatrix data, [NotNull] IReadOnlyList<int> groups, FeatureScaling? scaling = null, int maxDegreeOfParallelism = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxDegreeOfParallelism);
        ParallelOptions parallel = FixedChunks.Parallel(maxDegreeOfParallelism, cancellationToken);
        var rows = GroupedRows.Of(data, groups, scaling, parallel);
        double[] all = new double[data.Rows];
        Array.Fill(all, double.NaN);
        if (rows.Groups.Length > MostSilhouettes)
        {
            throw new ArgumentException(FormattableString.Invariant($"{rows.Groups.Length} rows are more than {MostSilhouettes}, and the cost is their square. Give some of the rows, or take the mean silhouette of {nameof(ClusteringQuality)}.{nameof(Of)}, which measures a sample."), nameof(data));
        }

        if (rows.Count > 1)
        {
            double[] measured = SilhouetteSums.Silhouettes(rows, parallel);
            for (int i = 0; i < measured.Length; i++)
            {
                all[rows.Numbers[i]] = measured[i];
            }
        }

        return all;
    }

    /// <summary>Compares two groupings of the same rows: how often they agree that two rows belong together or not, beyond chance.</summary>
    /// <param name="left">The group of each row, under any numbers. Rows of one number are one group, <see cref="GroupAssignment.None"/> too.</param>
    /// <param name="right">The same of the other grouping.</param>
    /// <returns>The adjusted Rand index, at most 1: 1 for the same groups, 0 for what chance gives.</returns>
    /// <exception cref="ArgumentException">The groupings are of different numbers of rows.</exception>
    /// <remarks>Time O(rows). <para>Source: Hubert, Arabie, "Comparing partitions", Journal of Classification 2, 1985.</para></remarks>
    public static double AdjustedRandIndex([NotNull] IReadOnlyList<int> left, [NotNull] IReadOnlyList<int> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Count != right.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"The groupings are of {left.Count} and {right.Count} rows. Give two of the same rows."), nameof(right));
        }

        double both = Pairs(left.Zip(right));
        double ofLeft = Pairs(left);
        double ofRight = Pairs(right);
        double all = left.Count * (left.Count - 1.0) / 2;
        double chance = all == 0 ? 0 : ofLeft * ofRight / all;
        double most = (ofLeft + ofRight) / 2;
        return ofLeft == both && ofRight == both ? 1 : (both - chance) / (most - chance);
    }

    /// <summary>Writes the measures for a person.</summary>
    /// <returns>A line of all, then one for each group.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Rows:#,0} rows in {Groups.Count} groups, {Unassigned:#,0} in none: silhouette {Silhouette:0.000} (of {SilhouetteRows:#,0} rows), Davies-Bouldin {DaviesBouldin:0.000}, Calinski-Harabasz {CalinskiHarabasz:#,0.0}, inertia {Inertia:G6}");
        foreach (GroupQuality group in Groups)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  group {group.Group}: {group.Rows:#,0} rows, silhouette {group.Silhouette:0.000}, mean distance {group.MeanDistance:G4}");
        }

        return text.ToString();
    }

    private static double Pairs<T>(IEnumerable<T> groups) => groups.GroupBy(static group => group).Sum(static group => group.Count() * (group.Count() - 1.0) / 2);
}
