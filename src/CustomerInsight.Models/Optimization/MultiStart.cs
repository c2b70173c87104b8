namespace CustomerInsight.Models;

/// <summary>Searches from one start after the other until a search converges; else keeps the best point seen.</summary>
internal static class MultiStart
{
    public static SearchResult Minimize(IObjective objective, IReadOnlyList<double[]> starts, int maximumIterations, CancellationToken cancellationToken)
    {
        var search = new Bfgs(maximumIterations);
        SearchResult? best = null;
        foreach (double[] start in starts)
        {
            SearchResult result = search.Minimize(objective, start, cancellationToken);
            if (result.Status == SearchStatus.Converged)
            {
                return result;
            }

            best = best is null || !double.IsFinite(best.Value) || result.Value < best.Value ? result : best;
        }

        return best ?? throw new ArgumentException("There is no start.", nameof(starts));
    }
}
