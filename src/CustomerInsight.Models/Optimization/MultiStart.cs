namespace CustomerInsight.Models;

/// <summary>Searches from one start after the other until a search converges; else keeps the best point seen.</summary>
internal static class MultiStart
{
    // e^8: a search that ends so far out ran along a ridge, and another start may lead to a better place.
    private const double FarOut = 8;

    public static SearchResult Minimize(IObjective objective, IReadOnlyList<double[]> starts, int maximumIterations, CancellationToken cancellationToken)
    {
        var search = new Bfgs(maximumIterations);
        SearchResult? best = null;
        foreach (double[] start in starts)
        {
            SearchResult result = search.Minimize(objective, start, cancellationToken);
            best = best is null ? result : Better(best, result);
            if (best.Status == SearchStatus.Converged && Array.TrueForAll(best.Point, static value => Math.Abs(value) < FarOut))
            {
                break;
            }
        }

        return best ?? throw new ArgumentException("There is no start.", nameof(starts));
    }

    /// <summary>Takes the one that converged, of two alike the lower, of two as low the first.</summary>
    public static SearchResult Better(SearchResult first, SearchResult second)
    {
        bool converged = second.Status == SearchStatus.Converged;
        return converged != (first.Status == SearchStatus.Converged)
            ? converged ? second : first
            : second.Value < first.Value || !double.IsFinite(first.Value) ? second : first;
    }
}
