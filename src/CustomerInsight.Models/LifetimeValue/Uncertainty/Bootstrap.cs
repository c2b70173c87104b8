namespace CustomerInsight.Models;

/// <summary>Fits a model again to customers drawn with replacement, to see how far it depends on which customers were seen.</summary>
/// <remarks>
/// Customers are drawn as counts of the distinct rows, and each fit starts at that of all customers with its second derivatives, so that a draw takes a few passes over the data.
/// <para>Source: Efron, Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 6.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Bootstrap
{
    private const int MaximumIterations = 200;

    /// <summary>Fits a model and its bootstrap draws.</summary>
    /// <typeparam name="TData">What the model is learned from.</typeparam>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="estimator">How to fit: one of this library's estimators by maximum likelihood.</param>
    /// <param name="data">What to learn from. The order of its items changes nothing.</param>
    /// <param name="options">How to draw; null for the defaults.</param>
    /// <param name="progress">Is told how many draws are done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The models and the report of the fit to all customers. No models where that did not converge, or fewer than half of the draws did; the report says so.</returns>
    /// <exception cref="ArgumentException"><paramref name="estimator"/> does not fit by weighted likelihood, or an option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>About 5 passes over the distinct rows for each draw. Holds the data of one draw for each thread.</remarks>
    public static FitResult<BootstrapSample<TModel>> Fit<TData, TModel>(
        IEstimator<TData, TModel> estimator,
        TData data,
        BootstrapOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(estimator);
        options ??= new BootstrapOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new BootstrapOptionsValidator());
        if (estimator is not IWeightedEstimator<TData, TModel> weighted)
        {
            throw new ArgumentException($"{estimator.GetType().Name} cannot weigh customers. Use one of the library's estimators by maximum likelihood, such as {nameof(BgNbdEstimator)}.", nameof(estimator));
        }

        FitResult<TModel> whole = weighted.Fit(data, cancellationToken);
        if (!whole.Report.Converged || weighted.Prepare(data) is not IWeightedLikelihood<TModel> likelihood)
        {
            return new FitResult<BootstrapSample<TModel>>(null, whole.Report);
        }

        double[]?[] points = Draw(likelihood, likelihood.PointOf(whole.Model!), options, progress, cancellationToken);
        double[][] found = [.. points.Where(static point => point is not null).Select(static point => point!)];
        FitReport report = found.Length == points.Length
            ? whole.Report
            : whole.Report with { Warnings = [.. whole.Report.Warnings, FitWarnings.DrawsLeftOut(points.Length - found.Length, points.Length)] };
        if (2 * found.Length < points.Length)
        {
            return new FitResult<BootstrapSample<TModel>>(null, report);
        }

        ValueList<ParameterEstimate> parameters = ValueList.From(whole.Report.Parameters.Select((parameter, i) =>
        {
            UncertainValue spread = BootstrapSample<TModel>.Spread(parameter.Value, [.. found.Select(point => likelihood.Coordinates[i].ValueAt(point[i]))], options.Level);
            return new ParameterEstimate(parameter.Name, parameter.Value, spread.StandardError, spread.Low, spread.High);
        }));
        ValueList<TModel> draws = ValueList.From(found.Select(point => likelihood.ModelAt(point)));
        return new FitResult<BootstrapSample<TModel>>(new BootstrapSample<TModel>(whole.Model!, draws, parameters, options.Level), report);
    }

    private static double[]?[] Draw<TModel>(
        IWeightedLikelihood<TModel> likelihood, double[] start, BootstrapOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
        where TModel : class
    {
        double[,]? hessian = Hessian.At(likelihood.Weighted(likelihood.Counts), start, cancellationToken);
        int[] owners = Owners(likelihood.Counts);
        double[]?[] points = new double[]?[options.Draws];
        int rows = likelihood.Counts.Length;
        int done = 0;
        Parallel.For(0, options.Draws, FixedChunks.Parallel(options.MaxDegreeOfParallelism, cancellationToken), draw =>
        {
            var random = new SeededRandom(StableHash.Combine(options.Seed, (ulong)draw));
            int[] counts = new int[rows];
            for (int i = 0; i < owners.Length; i++)
            {
                counts[owners[random.Next(owners.Length)]]++;
            }

            InverseHessian? inverse = hessian is null ? null : InverseHessian.Of(hessian);
            SearchResult found = BoundedSearch.Minimize(likelihood.Weighted(counts), start, MaximumIterations, cancellationToken, inverse);
            points[draw] = found.Status == SearchStatus.Converged ? found.Point : null;
            progress?.Report(Interlocked.Increment(ref done));
        });
        return points;
    }

    // The row of each customer.
    private static int[] Owners(ReadOnlySpan<int> counts)
    {
        long customers = 0;
        foreach (int count in counts)
        {
            customers += count;
        }

        int[] owners = new int[checked((int)customers)];
        int next = 0;
        for (int row = 0; row < counts.Length; row++)
        {
            owners.AsSpan(next, counts[row]).Fill(row);
            next += counts[row];
        }

        return owners;
    }
}
