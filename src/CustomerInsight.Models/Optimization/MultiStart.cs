namespace CustomerInsight.Models;

/// <summary>Searches from one start after the other.</summary>
internal static class MultiStart
{
    // e^8: a search that ends so far out ran along a ridge, and another start may lead to a better place.
    private const double FarOut = 8;

    // Two ends this near each other, in logs of parameters, are one.
    private const double SamePlace = 0.2;

    /// <summary>Searches until a search converges; else keeps the best point seen.</summary>
    public static SearchResult Minimize(IObjective objective, IReadOnlyList<double[]> starts, int maximumIterations, CancellationToken cancellationToken)
    {
        SearchResult? best = null;
        foreach (double[] start in starts)
        {
            SearchResult result = BoundedSearch.Minimize(objective, start, maximumIterations, cancellationToken);
            best = best is null ? result : Better(best, result);
            if (best.Status == SearchStatus.Converged && Array.TrueForAll(best.Point, static value => Math.Abs(value) < FarOut))
            {
                break;
            }
        }

        return best ?? throw new ArgumentException("There is no start.", nameof(starts));
    }

    /// <summary>Searches from every start, for a function that may have several minima.</summary>
    /// <returns>The ends at different places, the best first.</returns>
    public static IReadOnlyList<SearchResult> Every(IObjective objective, IReadOnlyList<double[]> starts, int maximumIterations, CancellationToken cancellationToken)
    {
        SearchResult[] ends = [.. starts
            .Select(start => BoundedSearch.Minimize(objective, start, maximumIterations, cancellationToken))
            .OrderBy(static end => end.Status != SearchStatus.Converged)
            .ThenBy(static end => double.IsFinite(end.Value) ? end.Value : double.PositiveInfinity)];
        var apart = new List<SearchResult>();
        foreach (SearchResult end in ends)
        {
            if (apart.Count == 0 || (end.Status == SearchStatus.Converged && apart.TrueForAll(other => !SameAs(other.Point, end.Point))))
            {
                apart.Add(end);
            }
        }

        return apart.Count > 0 ? apart : throw new ArgumentException("There is no start.", nameof(starts));
    }

    /// <summary>Takes the one that converged, of two alike the lower, of two as low the first.</summary>
    public static SearchResult Better(SearchResult first, SearchResult second)
    {
        bool converged = second.Status == SearchStatus.Converged;
        return converged != (first.Status == SearchStatus.Converged)
            ? converged ? second : first
            : second.Value < first.Value || !double.IsFinite(first.Value) ? second : first;
    }

    private static bool SameAs(double[] left, double[] right) => left.Zip(right).All(static pair => Math.Abs(pair.First - pair.Second) < SamePlace);
}
