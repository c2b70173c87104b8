namespace CustomerInsight.Models;

/// <summary>Finds groups of customers around typical ones of them (k-medoids): slower than k-means, but no single extreme customer pulls a group away.</summary>
/// <remarks>
/// Where there are more rows than the sample size, several samples are searched, each with the best medoids so far in it, and the medoids with the least sum of
/// distances of all rows are kept (CLARA). Groups are numbered by size, the largest first.
/// <para>Source: Schubert, Rousseeuw, "Fast and eager k-medoids clustering", Information Systems 101, 2021 (FasterPAM); Kaufman, Rousseeuw, "Finding Groups in Data", 1990, chapters 2 and 3.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class KMedoidsEstimator : IEstimator<FeatureMatrix, KMedoidsModel>
{
    private const string ModelName = "k-medoids";

    private readonly KMedoidsOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to find groups; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public KMedoidsEstimator(KMedoidsOptions? options = null)
    {
        options ??= new KMedoidsOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new KMedoidsOptionsValidator(), new KMedoidsOptionsRules());
        _options = options.Copy();
    }

    /// <inheritdoc cref="Fit(FeatureMatrix, IProgress{int}, CancellationToken)"/>
    public FitResult<KMedoidsModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default) => Fit(data, null, cancellationToken);

    /// <summary>Finds the groups.</summary>
    /// <param name="data">The rows, in any order. Those with a feature that is missing or infinite are left out, with a warning.</param>
    /// <param name="progress">Told how many searches are done: one for each start, on each sample where there are several; null for nobody.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went; too few rows for the groups, and no end within the iterations, are results.</returns>
    /// <exception cref="ArgumentException">The scaling names other features than the data have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>The square of the rows (of a sample, where there are more) × features for an iteration; a few iterations.</remarks>
    public FitResult<KMedoidsModel> Fit(FeatureMatrix data, IProgress<int>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _options.Scaling, parallel);
        var warnings = new List<FitWarning>(rows.Warnings());
        if (rows.Count < _options.Groups)
        {
            warnings.Add(new FitWarning("too-few-rows", FormattableString.Invariant($"{rows.Count} complete rows are fewer than {_options.Groups} groups. Ask for fewer groups, or give more rows.")));
            return new FitResult<KMedoidsModel>(null, FitReport.TooLittle(ModelName, rows.Count, [.. warnings]));
        }

        // From here on a row is its place in the canonical order, so that the order of the data does not matter.
        int[] order = RowOrder.Of(data, rows.Numbers, parallel);
        double[] values = RowOrder.Take(rows.Values, rows.Width, order);
        MedoidSolution solution = Search(values, rows.Width, progress, parallel);
        if (!solution.Converged)
        {
            warnings.Add(new FitWarning("iteration-limit", FormattableString.Invariant($"The search was stopped after {solution.Iterations} iterations. Raise MaximumIterations.")));
        }

        if (solution.Medoids.Length < _options.Groups)
        {
            warnings.Add(new FitWarning("fewer-groups", FormattableString.Invariant($"Only {solution.Medoids.Length} of {_options.Groups} groups have rows: there are too few different rows. Ask for fewer groups.")));
        }

        // A row that is as near to two medoids belongs to the first of them, so the rows are counted again once the groups have their numbers.
        int[] sizes = Sizes(values, rows.Width, solution.Medoids, parallel);
        int[] medoids = [.. Enumerable.Range(0, sizes.Length).OrderByDescending(group => sizes[group]).Select(group => solution.Medoids[group])];
        var model = new KMedoidsModel(
            rows.Scaling,
            _options.Distance,
            ValueList.Create<double>(RowOrder.Take(values, rows.Width, medoids)),
            ValueList.From(medoids.Select(place => order[place]).Select(row => rows.Numbers?[row] ?? row)),
            ValueList.Create<int>(Sizes(values, rows.Width, medoids, parallel)),
            solution.Total);
        return new FitResult<KMedoidsModel>(
            model, new FitReport(ModelName, solution.Converged ? FitStatus.Converged : FitStatus.NotConverged, solution.Iterations, null, rows.Count, ValueList.From(warnings)));
    }

    private MedoidSolution Search(double[] values, int width, IProgress<int>? progress, ParallelOptions parallel)
    {
        int rows = values.Length / width;
        var random = new SeededRandom(_options.Seed);
        if (rows <= _options.SampleRows)
        {
            return SearchAll(values, width, [], random, done => progress?.Report(done), parallel);
        }

        MedoidSolution? best = null;
        int searches = 0;
        int[] places = [.. Enumerable.Range(0, rows)];
        for (int number = 0; number < _options.Samples; number++)
        {
            int[] sample = [.. (best?.Medoids ?? []).Concat(Draw(places, _options.SampleRows, random)).Distinct()];
            MedoidSolution found = SearchAll(RowOrder.Take(values, width, sample), width, [.. Enumerable.Range(0, best?.Medoids.Length ?? 0)], random, _ => progress?.Report(++searches), parallel);
            int[] medoids = Complete(values, width, [.. found.Medoids.Select(place => sample[place])]);
            double total = Assign(values, width, medoids, parallel).Total;
            if (best is null || total < best.Total)
            {
                best = found with { Medoids = medoids, Total = total };
            }
        }

        return best!;
    }

    /// <summary>Draws places without replacement: the first steps of a shuffle, from whatever order earlier draws left.</summary>
    private static int[] Draw(int[] places, int count, SeededRandom random)
    {
        for (int i = 0; i < count; i++)
        {
            int other = i + random.Next(places.Length - i);
            (places[i], places[other]) = (places[other], places[i]);
        }

        return places[..count];
    }

    /// <summary>Adds the row that is farthest from all medoids until there are as many as asked for: a sample may have fewer different rows than there are.</summary>
    private int[] Complete(double[] values, int width, int[] medoids)
    {
        while (medoids.Length < _options.Groups)
        {
            (int farthest, double most) = (-1, 0);
            for (int row = 0; row < values.Length / width; row++)
            {
                double nearest = medoids.Min(medoid => RowDistance.Between(values.AsSpan(row * width, width), values.AsSpan(medoid * width, width), _options.Distance));
                (farthest, most) = nearest > most ? (row, nearest) : (farthest, most);
            }

            if (farthest < 0)
            {
                break;
            }

            medoids = [.. medoids, farthest];
        }

        return medoids;
    }

    /// <summary>The best end of searches over rows: from medoids that are known already, where there are any, and from random starts.</summary>
    private MedoidSolution SearchAll(double[] values, int width, int[] known, SeededRandom random, Action<int> done, ParallelOptions parallel)
    {
        var turned = new TurnedRows(values, width);
        var starts = new KMeansStarts(values, width);
        var begins = new List<int[]>();
        if (known.Length == _options.Groups)
        {
            begins.Add(known);
        }

        while (begins.Count < _options.Starts)
        {
            begins.Add(starts.DrawRows(_options.Groups, random, parallel.CancellationToken));
        }

        var ends = new List<MedoidSolution>();
        foreach (int[] begin in begins)
        {
            ends.Add(MedoidSearch.Run(turned, _options.Distance, begin, _options.MaximumIterations, parallel));
            done(ends.Count);
        }

        return ends.MinBy(static end => end.Total)!;
    }

    private int[] Sizes(double[] values, int width, int[] medoids, ParallelOptions parallel)
    {
        int[] sizes = new int[medoids.Length];
        foreach (int group in Assign(values, width, medoids, parallel).Groups)
        {
            sizes[group]++;
        }

        return sizes;
    }

    private (int[] Groups, double Total) Assign(double[] values, int width, int[] medoids, ParallelOptions parallel)
    {
        int rows = values.Length / width;
        int[] groups = new int[rows];
        int size = RowChunks.RowsFor(width * medoids.Length);
        double[] totals = new double[RowChunks.Count(rows, size)];
        RowChunks.For(rows, size, parallel, (chunk, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                double least = double.PositiveInfinity;
                for (int medoid = 0; medoid < medoids.Length; medoid++)
                {
                    double distance = RowDistance.Between(values.AsSpan(row * width, width), values.AsSpan(medoids[medoid] * width, width), _options.Distance);
                    if (distance < least)
                    {
                        (groups[row], least) = (medoid, distance);
                    }
                }

                totals[chunk] += least;
            }
        });
        return (groups, totals.Sum());
    }
}
