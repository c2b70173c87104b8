namespace CustomerInsight.Models;

/// <summary>Finds how many groups there are among customers, by k-means with each number in turn.</summary>
/// <remarks><para>Source: Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20, 1987; Tibshirani, Walther, Hastie, "Estimating the number of clusters in a
/// data set via the gap statistic", JRSS B 63(2), 2001; for the words on silhouettes: Kaufman, Rousseeuw, "Finding Groups in Data", 1990, section 2.2.</para></remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GroupCountEstimator : IEstimator<FeatureMatrix, GroupCountChoice>
{
    private const string ModelName = "number of groups";
    private const double WeakSilhouette = 0.25;

    private readonly GroupCountOptions _options;
    private readonly KMeansOptions _kMeans;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to choose; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public GroupCountEstimator(GroupCountOptions? options = null)
    {
        options ??= new GroupCountOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new GroupCountOptionsValidator(), new GroupCountOptionsRules());
        _kMeans = options.KMeans.Copy();
        _kMeans.Start = null;
        _options = new GroupCountOptions
        {
            Least = options.Least,
            Most = options.Most,
            Criterion = options.Criterion,
            SilhouetteRows = options.SilhouetteRows,
            ReferenceSets = options.ReferenceSets,
            GapRows = options.GapRows,
        };
    }

    /// <inheritdoc cref="Fit(FeatureMatrix, IProgress{int}, CancellationToken)"/>
    public FitResult<GroupCountChoice> Fit(FeatureMatrix data, CancellationToken cancellationToken = default) => Fit(data, null, cancellationToken);

    /// <summary>Finds the number of groups.</summary>
    /// <param name="data">The rows, in any order. Those with a feature that is missing or infinite are left out, with a warning.</param>
    /// <param name="progress">Told each number of groups when it has been looked at; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The choice and how the search for the recommended number went. Numbers above that of the different rows are not looked at; fewer than two that are is too little data.</returns>
    /// <exception cref="ArgumentException">The scaling names other features than the data have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public FitResult<GroupCountChoice> Fit(FeatureMatrix data, IProgress<int>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(_kMeans.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _kMeans.Scaling, parallel);
        var fits = new List<FitResult<KMeansModel>>();
        var silhouettes = new List<double>();
        var warnings = new List<FitWarning>();
        for (int groups = _options.Least; groups <= _options.Most; groups++)
        {
            KMeansOptions options = _kMeans.Copy();
            options.Groups = groups;
            FitResult<KMeansModel> fit = new KMeansEstimator(options).Fit(data, cancellationToken);
            if (fit.Model is null || fit.Model.Groups < groups)
            {
                warnings.Add(new FitWarning("numbers-not-looked-at", FormattableString.Invariant($"Of {groups} groups only {fit.Model?.Groups ?? 0} have rows, so numbers from {groups} to {_options.Most} were not compared: there are too few different rows, or a group lost its rows (see {nameof(KMeansOptions)}.{nameof(KMeansOptions.EmptyGroups)}).")));
                break;
            }

            fits.Add(fit);
            silhouettes.Add(groups == 1 ? double.NaN : ClusteringQuality.Of(
                fit.Model, data, fit.Model.Scaling, _options.SilhouetteRows, _kMeans.MaxDegreeOfParallelism, cancellationToken).Silhouette);
            progress?.Report(groups);
        }

        if (fits.Count < 2)
        {
            var few = new FitWarning("too-few-rows", FormattableString.Invariant($"{rows.Count} complete rows have too few differences for a choice from {_options.Least} groups on. Give more rows, or lower {nameof(GroupCountOptions.Least)}."));
            return new FitResult<GroupCountChoice>(null, FitReport.TooLittle(ModelName, rows.Count, [.. rows.Warnings(), few]));
        }

        GroupCountRow[] table = Table(data, rows, fits, silhouettes, parallel);
        GroupCountCriterion criterion = Measured(table);
        if (criterion != _options.Criterion)
        {
            warnings.Add(new FitWarning("criterion-not-measured", FormattableString.Invariant($"{_options.Criterion} could not be measured on the {table.Length} numbers of groups that were compared, so the silhouette decided. Give more rows, or lower {nameof(GroupCountOptions.Least)}.")));
        }

        (int chosen, string reason) = Choose(table, criterion);
        FitResult<KMeansModel> best = fits[chosen];
        return new FitResult<GroupCountChoice>(
            new GroupCountChoice(criterion, table[chosen].Groups, reason, best.Model!, ValueList.Create<GroupCountRow>(table)),
            best.Report with { Model = ModelName, Warnings = [.. best.Report.Warnings, .. warnings] });
    }

    private GroupCountRow[] Table(FeatureMatrix data, FeatureRows rows, List<FitResult<KMeansModel>> fits, List<double> silhouettes, ParallelOptions parallel)
    {
        int[] counts = [.. fits.Select(static fit => fit.Model!.Groups)];
        var gaps = new (double Gap, double Error)[counts.Length];
        Array.Fill(gaps, (double.NaN, double.NaN));
        if (_options.ReferenceSets > 0)
        {
            // Always in canonical order, so that the starts that are drawn do not depend on the order of the rows.
            double[] sample = RowOrder.Take(rows.Values, rows.Width, RowOrder.Thin(RowOrder.Of(data, rows.Numbers, parallel), _options.GapRows));
            gaps = GapStatistic.Of(sample, rows.Width, counts, _options.ReferenceSets, _kMeans.Seed, parallel);
        }

        double first = fits[0].Model!.Inertia;
        double fall = first - fits[^1].Model!.Inertia;
        return [.. counts.Select((count, i) =>
        {
            double inertia = fits[i].Model!.Inertia;
            double bend = counts.Length < 3 || fall <= 0 ? double.NaN : ((first - inertia) / fall) - ((double)i / (counts.Length - 1));
            return new GroupCountRow(count, inertia, silhouettes[i], gaps[i].Gap, gaps[i].Error, bend);
        })];
    }

    /// <summary>The criterion that was asked for, where the table has its measure, else the silhouette.</summary>
    private GroupCountCriterion Measured(GroupCountRow[] table) => _options.Criterion switch
    {
        GroupCountCriterion.GapStatistic when double.IsNaN(table[0].Gap) => GroupCountCriterion.Silhouette,
        GroupCountCriterion.Elbow when double.IsNaN(table[0].Bend) => GroupCountCriterion.Silhouette,
        _ => _options.Criterion,
    };

    private static (int Chosen, string Reason) Choose(GroupCountRow[] table, GroupCountCriterion criterion) => criterion switch
    {
        GroupCountCriterion.GapStatistic => ByGap(table),
        GroupCountCriterion.Elbow => ByBend(table),
        _ => BySilhouette(table),
    };

    private static (int Chosen, string Reason) BySilhouette(GroupCountRow[] table)
    {
        int best = Greatest(table, static row => row.Silhouette);
        string reason = FormattableString.Invariant($"{table[best].Groups} groups have the highest mean silhouette, {table[best].Silhouette:0.000}.");
        return (best, table[best].Silhouette < WeakSilhouette ? reason + " That is low: there may be no groups, only a cloud that can be cut anywhere." : reason);
    }

    private static (int Chosen, string Reason) ByBend(GroupCountRow[] table)
    {
        int best = Greatest(table, static row => row.Bend);
        return (best, FormattableString.Invariant($"The inertia bends most at {table[best].Groups} groups: further ones explain little."));
    }

    private static (int Chosen, string Reason) ByGap(GroupCountRow[] table)
    {
        for (int i = 0; i + 1 < table.Length; i++)
        {
            if (double.IsNaN(table[i + 1].Gap))
            {
                int greatest = Greatest(table[..(i + 1)], static row => row.Gap);
                return (greatest, FormattableString.Invariant($"{table[greatest].Groups} has the greatest gap, {table[greatest].Gap:0.000}. At {table[i + 1].Groups} groups every row lies on its centre, so that the gap ends there."));
            }

            if (table[i].Gap >= table[i + 1].Gap - table[i + 1].GapError)
            {
                return (i, FormattableString.Invariant($"{table[i].Groups} is the least number of groups whose gap, {table[i].Gap:0.000}, is no more than a standard error below that of the next."));
            }
        }

        int best = Greatest(table, static row => row.Gap);
        return (best, FormattableString.Invariant($"The gap grows with every number of groups; {table[best].Groups} has the greatest, {table[best].Gap:0.000}. Look at more groups."));
    }

    /// <summary>The first row with the greatest number; one that is not a number is less than any.</summary>
    private static int Greatest(GroupCountRow[] table, Func<GroupCountRow, double> measure)
    {
        int best = 0;
        for (int i = 1; i < table.Length; i++)
        {
            best = measure(table[i]) > measure(table[best]) || double.IsNaN(measure(table[best])) ? i : best;
        }

        return best;
    }
}
