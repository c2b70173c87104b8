namespace CustomerInsight.Models;

/// <summary>Finds the best parameters of a likelihood: on a sample first, so that the pass over all data starts near the end.</summary>
internal static class LikelihoodSearch
{
    // Ends on a sample whose means of −ln L differ by less may come in the other order on all data.
    private const double CloseCall = 1e-3;

    /// <param name="full">The mean of −ln L over all data, in unconstrained coordinates (logs of parameters on scaled time).</param>
    /// <param name="sample">The same over a sample; null where all data are few.</param>
    /// <param name="starts">Where to start, in order.</param>
    /// <param name="severalMinima">Whether there may be several minima, so that every start is to be tried.</param>
    /// <param name="maximumIterations">After how many steps a search gives up.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The best point; the steps are those over all data.</returns>
    public static SearchResult Minimize(
        IObjective full, IObjective? sample, IReadOnlyList<double[]> starts, bool severalMinima, int maximumIterations, CancellationToken cancellationToken)
    {
        if (severalMinima)
        {
            return Lowest(full, sample, starts, maximumIterations, cancellationToken);
        }

        if (sample is null)
        {
            return MultiStart.Minimize(full, starts, maximumIterations, cancellationToken);
        }

        SearchResult near = MultiStart.Minimize(sample, starts, maximumIterations, cancellationToken);
        SearchResult found = From(near.Point, full, sample, maximumIterations, cancellationToken);
        return found.Status == SearchStatus.Converged ? found : MultiStart.Better(found, MultiStart.Minimize(full, starts, maximumIterations, cancellationToken));
    }

    private static SearchResult Lowest(IObjective full, IObjective? sample, IReadOnlyList<double[]> starts, int maximumIterations, CancellationToken cancellationToken)
    {
        IReadOnlyList<SearchResult> ends = MultiStart.Every(sample ?? full, starts, maximumIterations, cancellationToken);
        if (sample is not null)
        {
            SearchResult[] found = [.. ends
                .Where(end => end.Value - ends[0].Value < CloseCall)
                .Select(end => From(end.Point, full, sample, maximumIterations, cancellationToken))
                .Where(static end => end.Status == SearchStatus.Converged)
                .OrderBy(static end => end.Value)];
            ends = found.Length > 0 ? found : MultiStart.Every(full, starts, maximumIterations, cancellationToken);
        }

        return ends[0] with { Rival = ends.Count > 1 ? ends[1] : null };
    }

    /// <summary>Searches from a point near the end, with the second derivatives that another function of the same kind has there: each step is then almost one of Newton's.</summary>
    /// <param name="start">Where to start.</param>
    /// <param name="full">The function.</param>
    /// <param name="curvature">One whose second derivatives are much like its own, but cheaper.</param>
    /// <param name="maximumIterations">After how many steps the search gives up.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static SearchResult From(double[] start, IObjective full, IObjective curvature, int maximumIterations, CancellationToken cancellationToken)
    {
        double[,]? hessian = Hessian.At(curvature, start, cancellationToken);
        return BoundedSearch.Minimize(full, start, maximumIterations, cancellationToken, hessian is null ? null : InverseHessian.Of(hessian));
    }
}
