using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How stable groups are: whether they are found again in data drawn again from the same rows.</summary>
/// <param name="Resamples">How often the data were drawn again.</param>
/// <param name="Refused">In how many of these no groups could be found; they count as likeness 0.</param>
/// <param name="Groups">The groups one by one.</param>
/// <remarks><para>Source: Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics and Data Analysis 52, 2007, section 3; the bounds of the verdicts are those of its R package fpc.</para></remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ClusteringStability(int Resamples, int Refused, ValueList<GroupStability> Groups)
{
    /// <summary>Measures the stability of what an estimator finds: it is fitted to the data, and again to rows drawn from them with replacement.</summary>
    /// <typeparam name="TModel">The estimator's model.</typeparam>
    /// <param name="estimator">The estimator, of any kind.</param>
    /// <param name="data">The rows.</param>
    /// <param name="options">How often, and of how many rows; null for the defaults.</param>
    /// <param name="progress">Told the number of resamples done; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The stability; none, with the estimator's report, where it found no groups in the data themselves. A warning says where fewer rows were drawn than there are.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, or the estimator refuses the data.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Time: one fit to the data and one to each resample.</remarks>
    public static FitResult<ClusteringStability> Measure<TModel>(
        [NotNull] IEstimator<FeatureMatrix, TModel> estimator,
        [NotNull] FeatureMatrix data,
        StabilityOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
        where TModel : class, IClusteringModel
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new StabilityOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new StabilityOptionsValidator());
        FitResult<TModel> whole = estimator.Fit(data, cancellationToken);
        if (whole.Model is null)
        {
            return new FitResult<ClusteringStability>(null, whole.Report);
        }

        int[] groups = GroupsOf(whole.Model, data, cancellationToken);
        int[] order = RowOrder.Of(data, null, FixedChunks.Parallel(0, cancellationToken));
        var random = new SeededRandom(options.Seed);
        double[] sums = new double[whole.Model.Groups];
        int[] drawn = new int[sums.Length];
        int[] dissolved = new int[sums.Length];
        int refused = 0;
        for (int resample = 0; resample < options.Resamples; resample++)
        {
            int[] rows = [.. Enumerable.Range(0, Math.Min(options.Rows, order.Length)).Select(_ => order[random.Next(order.Length)])];
            FeatureMatrix again = FeatureMatrix.Create(data.Columns, RowOrder.Take(data.Array, data.Columns.Count, rows));
            TModel? model = estimator.Fit(again, cancellationToken).Model;
            int[]? found = model is null ? null : GroupsOf(model, again, cancellationToken);
            refused += found is null ? 1 : 0;
            foreach ((int group, double likeness) in Likeness([.. rows.Select(row => groups[row])], found, rows))
            {
                sums[group] += likeness;
                drawn[group]++;
                dissolved[group] += likeness <= 0.5 ? 1 : 0;
            }

            progress?.Report(resample + 1);
        }

        FitReport report = options.Rows >= data.Rows ? whole.Report : whole.Report with
        {
            Warnings = [.. whole.Report.Warnings, new FitWarning("fewer-rows-drawn", FormattableString.Invariant($"{options.Rows} of {data.Rows} rows were drawn each time. They are less dense than all: what goes by density may find other groups in them however stable these are. Raise {nameof(StabilityOptions)}.{nameof(StabilityOptions.Rows)} for such an estimator."))],
        };
        return new FitResult<ClusteringStability>(
            new ClusteringStability(options.Resamples, refused, ValueList.From(sums.Select((sum, group) => new GroupStability(
                group, groups.Count(own => own == group), sum / drawn[group], (double)dissolved[group] / drawn[group])))),
            report);
    }

    /// <summary>Writes the likenesses for a person.</summary>
    /// <returns>A line for each group.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Resamples:#,0} resamples, {Refused:#,0} without groups");
        foreach (GroupStability group in Groups)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  group {group.Group}: {group.Rows:#,0} rows, likeness {group.Jaccard:0.000}, dissolved {group.Dissolved:0%}: {group.Verdict}");
        }

        return text.ToString();
    }

    private static int[] GroupsOf<TModel>(TModel model, FeatureMatrix data, CancellationToken cancellationToken)
        where TModel : class, IClusteringModel =>
        [.. (model is IRowAssignments known ? known.RowAssignments : model.AssignAll(data, 0, cancellationToken)).Select(static one => one.Group)];

    /// <summary>The likeness of each group, as far as it was drawn, to the found group that is most like it. A row that was drawn more than once counts once.</summary>
    private static IEnumerable<(int Group, double Likeness)> Likeness(int[] groups, int[]? found, int[] rows)
    {
        int[] distinct = [.. Enumerable.Range(0, rows.Length).DistinctBy(i => rows[i])];
        var sizes = distinct.Where(i => found is not null && found[i] >= 0).GroupBy(i => found![i]).ToDictionary(static own => own.Key, static own => own.Count());
        foreach (IGrouping<int, int> own in distinct.Where(i => groups[i] >= 0).GroupBy(i => groups[i]))
        {
            int size = own.Count();
            double likeness = found is null ? 0 : own.Where(i => found[i] >= 0).GroupBy(i => found[i])
                .Select(both => (double)both.Count() / (size + sizes[both.Key] - both.Count())).DefaultIfEmpty(0).Max();
            yield return (own.Key, likeness);
        }
    }
}
