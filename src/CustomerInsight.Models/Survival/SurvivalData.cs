using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Times with what may explain them: what a survival model learns from.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SurvivalData
{
    private readonly int[]? _strata;
    private readonly int[]? _clusters;

    private SurvivalData(FeatureMatrix features, SurvivalTimes times, int[]? strata, int[]? clusters)
    {
        Features = features;
        Times = times;
        _strata = strata;
        _clusters = clusters;
    }

    /// <summary>Gets the features, a row for each time. All are finite.</summary>
    public FeatureMatrix Features { get; }

    /// <summary>Gets the times.</summary>
    public SurvivalTimes Times { get; }

    /// <summary>Gets the number of each row's stratum, whose rows are compared only with each other; empty where there is one.</summary>
    public ReadOnlySpan<int> Strata => _strata;

    /// <summary>Gets the number of each row's cluster, whose rows are of one customer or otherwise alike; empty where each is on its own.</summary>
    public ReadOnlySpan<int> Clusters => _clusters;

    internal int[]? StratumArray => _strata;

    internal int[]? ClusterArray => _clusters;

    /// <summary>Puts features and times together.</summary>
    /// <param name="features">The features, all finite.</param>
    /// <param name="times">The times: one for each row.</param>
    /// <param name="strata">The number of each row's stratum, at least 0; null for one stratum. Kept, not copied.</param>
    /// <param name="clusters">The number of each row's cluster, at least 0; null where each row is on its own. Kept, not copied.</param>
    /// <returns>The data.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    public static SurvivalData Create([NotNull] FeatureMatrix features, [NotNull] SurvivalTimes times, int[]? strata = null, int[]? clusters = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count != features.Rows || (strata?.Length ?? features.Rows) != features.Rows || (clusters?.Length ?? features.Rows) != features.Rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"{features.Rows} rows come with {times.Count} times, {strata?.Length ?? features.Rows} strata and {clusters?.Length ?? features.Rows} clusters. Give one for each row."), nameof(times));
        }

        ReadOnlySpan<double> values = features.Values;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {i / features.Columns.Count} has no finite number for '{features.Columns[i % features.Columns.Count]}'. Fill what is missing in before, or leave the row out."), nameof(features));
            }
        }

        CheckNumbers(strata, nameof(strata));
        CheckNumbers(clusters, nameof(clusters));
        return new SurvivalData(features, times, strata, clusters);
    }

    private static void CheckNumbers(int[]? numbers, string parameter)
    {
        int row = numbers is null ? -1 : Array.FindIndex(numbers, static number => number < 0);
        if (row >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"Row {row} has a number below 0. Number {parameter} from 0."), parameter);
        }
    }
}
