namespace CustomerInsight.Models;

/// <summary>Finds the best parameters of a likelihood: on a sample first, so that the pass over all data starts near the end.</summary>
internal static class LikelihoodSearch
{
    /// <param name="full">The mean of −ln L over all data, in unconstrained coordinates (logs of parameters on scaled time).</param>
    /// <param name="sample">The same over a sample; null where all data are few.</param>
    /// <param name="starts">Where to start, in order.</param>
    /// <param name="maximumIterations">After how many steps a search gives up.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static SearchResult Minimize(IObjective full, IObjective? sample, IReadOnlyList<double[]> starts, int maximumIterations, CancellationToken cancellationToken)
    {
        if (sample is null)
        {
            return MultiStart.Minimize(full, starts, maximumIterations, cancellationToken);
        }

        SearchResult near = MultiStart.Minimize(sample, starts, maximumIterations, cancellationToken);
        return MultiStart.Minimize(full, [near.Point, .. starts], maximumIterations, cancellationToken);
    }
}
