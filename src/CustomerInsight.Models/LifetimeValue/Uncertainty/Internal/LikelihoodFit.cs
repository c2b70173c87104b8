namespace CustomerInsight.Models;

/// <summary>A fit by maximum likelihood from counted rows to the report.</summary>
internal static class LikelihoodFit
{
    // A sample of this many rows is near enough that a few passes over all of them do.
    private const int SampleRows = 25_000;
    private const int WorthSampling = 2 * SampleRows;

    // Differences of log-likelihood that data of this size cannot tell apart, and that are no rounding.
    private const double NearlyAsLikely = 2;
    private const double Valley = 0.05;

    /// <summary>Searches, and says how it went.</summary>
    /// <param name="likelihood">The likelihood of the data.</param>
    /// <param name="maximumIterations">After how many steps a search gives up.</param>
    /// <param name="warnings">What is to be said of the data before what is said of the fit.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    public static FitResult<TModel> Of<TModel>(
        IWeightedLikelihood<TModel> likelihood, int maximumIterations, IEnumerable<FitWarning> warnings, CancellationToken cancellationToken)
        where TModel : class
    {
        ReadOnlySpan<int> counts = likelihood.Counts;
        int customers = 0;
        foreach (int count in counts)
        {
            customers += count;
        }

        IObjective objective = likelihood.Weighted(counts);
        SearchResult found = LikelihoodSearch.Minimize(objective, Sample(likelihood), likelihood.Starts, likelihood.HasSeveralMaxima, maximumIterations, cancellationToken);
        var uncertainty = FitUncertainty.Of(objective, found, customers, likelihood.Coordinates, cancellationToken);
        IEnumerable<FitWarning> rivals = IsCloseCall(objective, found, customers) ? [FitWarnings.SecondOptimum] : [];
        FitStatus status = found.Status == SearchStatus.Converged ? FitStatus.Converged : FitStatus.NotConverged;
        return new FitResult<TModel>(
            likelihood.ModelAt(found.Point),
            new FitReport(likelihood.Name, status, found.Iterations, likelihood.LogLikelihood(found.Value), customers, [.. warnings, .. rivals, .. uncertainty.Warnings])
            {
                Parameters = uncertainty.Parameters,
                Covariance = uncertainty.Covariance is { } covariance ? covariance with { Unit = likelihood.Basis.Unit } : null,
                Basis = likelihood.Basis,
            });
    }

    // Another maximum nearly as high, with a valley between the two: not a ridge that joins them.
    private static bool IsCloseCall(IObjective objective, SearchResult found, int customers)
    {
        if (found.Rival is not { } rival || (rival.Value - found.Value) * customers > NearlyAsLikely)
        {
            return false;
        }

        double[] between = [.. found.Point.Zip(rival.Point, static (one, other) => (one + other) / 2)];
        return (objective.Evaluate(between, new double[between.Length]) - rival.Value) * customers > Valley;
    }

    // Every n-th row of the canonical order: the same rows whatever the order of the data, and a fair share of each region.
    private static IObjective? Sample<TModel>(IWeightedLikelihood<TModel> likelihood)
        where TModel : class
    {
        ReadOnlySpan<int> counts = likelihood.Counts;
        if (counts.Length < WorthSampling)
        {
            return null;
        }

        int[] sample = new int[counts.Length];
        int every = counts.Length / SampleRows;
        for (int i = every / 2; i < counts.Length; i += every)
        {
            sample[i] = counts[i];
        }

        return likelihood.Weighted(sample);
    }
}
