namespace CustomerInsight.Models;

/// <summary>Finds groups of customers around centres (k-means).</summary>
/// <remarks>
/// Random starts are drawn by greedy k-means++ from rows in the order of their contents, so the order of the rows changes nothing but last digits; each start
/// is searched to its end, on a sample where there are many rows, and the best is kept. Groups are numbered by size, the largest first.
/// <para>Source: Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 28(2), 1982; Arthur, Vassilvitskii, "k-means++",
/// SODA 2007; Hamerly, "Making k-means even faster", SDM 2010; Sculley, "Web-scale k-means clustering", WWW 2010.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class KMeansEstimator : IEstimator<FeatureMatrix, KMeansModel>
{
    private const string ModelName = "k-means";
    private const int SampleRowsPerGroup = 32;
    private const int RowsOfAllStarts = 400_000;
    private const int FewestStarts = 20;
    private const int MostStarts = 200;

    private static readonly KMeansSettings Assignment = new(true, 0, -1, EmptyGroupPolicy.Keep);

    private readonly KMeansOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to find groups; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public KMeansEstimator(KMeansOptions? options = null)
    {
        options ??= new KMeansOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new KMeansOptionsValidator(), new KMeansOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Finds the groups.</summary>
    /// <param name="data">The rows, in any order. Those with a feature that is missing or infinite are left out, with a warning.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went; too few rows for the groups, and no end within the iterations, are results.</returns>
    /// <exception cref="ArgumentException">The scaling or the start names other features than the data have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>Rows × features × groups for an iteration at most; with bounds a small part of it from the fourth or so on.</remarks>
    public FitResult<KMeansModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        var rows = FeatureRows.Prepare(data, _options.Scaling, parallel);
        var warnings = new List<FitWarning>(rows.Warnings());
        int groups = _options.Start?.Rows ?? _options.Groups;
        if (rows.Count < groups)
        {
            warnings.Add(new FitWarning("too-few-rows", FormattableString.Invariant($"{rows.Count} complete rows are fewer than {groups} groups. Ask for fewer groups, or give more rows.")));
            return new FitResult<KMeansModel>(null, FitReport.TooLittle(ModelName, rows.Count, [.. warnings]));
        }

        KMeansSolution solution = _options.Start is { } start
            ? Search(data, rows, ScaledStart(start, rows.Scaling), parallel)
            : FromRandomStarts(data, rows, groups, parallel);
        if (!solution.Converged)
        {
            warnings.Add(new FitWarning("iteration-limit", FormattableString.Invariant($"The search was stopped after {solution.Iterations} iterations. Raise MaximumIterations, or allow a Tolerance.")));
        }

        return new FitResult<KMeansModel>(
            Model(rows, solution, groups, warnings, parallel),
            new FitReport(ModelName, solution.Converged ? FitStatus.Converged : FitStatus.NotConverged, solution.Iterations, null, rows.Count, ValueList.From(warnings)));
    }

    private KMeansSolution FromRandomStarts(FeatureMatrix data, FeatureRows rows, int groups, ParallelOptions parallel)
    {
        int[] order = RowOrder.Of(data, rows.Numbers, parallel);
        double[] sample = RowOrder.Take(rows.Values, rows.Width, RowOrder.Thin(order, Math.Max(_options.SampleRows, SampleRowsPerGroup * groups)));
        bool isAll = sample.Length == rows.Values.Length;
        var starts = new KMeansStarts(sample, rows.Width);
        var ends = new KMeansSolution[_options.Starts > 0 ? _options.Starts : Math.Clamp(RowsOfAllStarts / (sample.Length / rows.Width), FewestStarts, MostStarts)];
        ParallelOptions alone = FixedChunks.Parallel(1, parallel.CancellationToken);
        bool batches = _options.Algorithm == KMeansAlgorithm.MiniBatch;
        KMeansSettings settings = Settings(sample, rows.Width, parallel) with { MaximumIterations = batches ? 0 : _options.MaximumIterations };

        // Of an end only the centres, the sizes and the inertia are wanted: the groups of all rows of all ends would be much memory.
        RowChunks.For(ends.Length, 1, parallel, (number, _, _) =>
        {
            double[] start = starts.Draw(groups, new SeededRandom(StableHash.Combine(_options.Seed, (ulong)number)), parallel.CancellationToken);
            ends[number] = KMeansSearch.Run(sample, rows.Width, start, settings, alone) with { Groups = [] };
        });
        KMeansSolution best = ends.MinBy(static end => end.Inertia)!;
        if (batches)
        {
            return MiniBatchSearch.Run(rows.Values, rows.Width, order, best.Centers, _options, parallel);
        }

        return isAll ? best : Search(data, rows, best.Centers, parallel);
    }

    private KMeansSolution Search(FeatureMatrix data, FeatureRows rows, double[] start, ParallelOptions parallel) => _options.Algorithm == KMeansAlgorithm.MiniBatch
        ? MiniBatchSearch.Run(rows.Values, rows.Width, RowOrder.Of(data, rows.Numbers, parallel), start, _options, parallel)
        : KMeansSearch.Run(rows.Values, rows.Width, start, Settings(rows.Values, rows.Width, parallel), parallel);

    private KMeansSettings Settings(double[] values, int width, ParallelOptions parallel) => new(
        _options.Algorithm != KMeansAlgorithm.Lloyd,
        _options.MaximumIterations,
        _options.Tolerance == 0 ? -1 : _options.Tolerance * ColumnMoments.Of(values, width, parallel).Average(static column => column.Deviation * column.Deviation),
        _options.EmptyGroups);

    private static double[] ScaledStart(FeatureMatrix start, FeatureScaling scaling) => start.Columns == scaling.Columns
        ? scaling.Apply(start).Array
        : throw new ArgumentException($"The start has the features {string.Join(", ", start.Columns)}, but the data have {string.Join(", ", scaling.Columns)}. Give the same features in the same order.", nameof(start));

    private KMeansModel Model(FeatureRows rows, KMeansSolution solution, int asked, List<FitWarning> warnings, ParallelOptions parallel)
    {
        int width = rows.Width;
        int[] kept = [.. Enumerable.Range(0, solution.Sizes.Length).Where(group => solution.Sizes[group] > 0 || _options.EmptyGroups == EmptyGroupPolicy.Keep)];
        if (kept.Length < asked)
        {
            warnings.Add(new FitWarning("fewer-groups", FormattableString.Invariant($"Only {kept.Length} of {asked} groups have rows: there are too few different rows, a start too far from them, or a search that ended too early. Ask for fewer groups, give another start, or raise MaximumIterations.")));
        }

        if (_options.Start is null)
        {
            kept = [.. kept.OrderByDescending(group => solution.Sizes[group])
                .ThenBy(group => solution.Centers.AsMemory(group * width, width), Comparer<Memory<double>>.Create(static (left, right) => left.Span.SequenceCompareTo(right.Span)))];
        }

        double[] centers = RowOrder.Take(solution.Centers, width, kept);

        // A row that is as near to two centres belongs to the first of them, so the rows are counted again where the groups got other numbers.
        int[] sizes = _options.Start is null
            ? KMeansSearch.Run(rows.Values, width, centers, Assignment, parallel).Sizes
            : [.. kept.Select(group => solution.Sizes[group])];
        return new KMeansModel(rows.Scaling, ValueList.Create<double>(centers), ValueList.Create<int>(sizes), solution.Inertia);
    }
}
