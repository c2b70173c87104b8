namespace CustomerInsight.Models;

/// <summary>Searches from one start after the other.</summary>
internal static class MultiStart
{
    // e^8: a search that ends so far out ran along a ridge, and another start may lead to a better place.
    private const double FarOut = 8;

    // Two ends this near each other, in logs of parameters, are one.
    private const double SamePlace = 0.2;

    // So near the end of a function's range, in logs of parameters, the end is what stopped the search.
    private const double NearWall = 0.5;

    /// <summary>Searches until a search converges; else keeps the best point seen.</summary>
    public static SearchResult Minimize(IObjective objective, IReadOnlyList<double[]> starts, int maximumIterations, CancellationToken cancellationToken)
    {
        SearchResult? best = null;
        foreach (double[] start in starts)
        {
            SearchResult result = Search(objective, start, maximumIterations, cancellationToken);
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
            .Select(start => Search(objective, start, maximumIterations, cancellationToken))
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

    private static SearchResult Search(IObjective objective, double[] start, int maximumIterations, CancellationToken cancellationToken)
    {
        SearchResult result = new Bfgs(maximumIterations).Minimize(objective, start, cancellationToken);
        return result.Status == SearchStatus.NoProgress ? AlongTheWall(objective, result, maximumIterations, cancellationToken) : result;
    }

    // Where parameters ran to the end of their range, the best of the others is still a minimum: of the model's limit case.
    private static SearchResult AlongTheWall(IObjective objective, SearchResult result, int maximumIterations, CancellationToken cancellationToken)
    {
        int n = result.Point.Length;
        int[] free = [.. Enumerable.Range(0, n).Where(i => !IsAtWall(objective, result.Point, i))];
        if (free.Length is 0 || free.Length == n)
        {
            return result;
        }

        var rest = new FrozenObjective(objective, result.Point, free);
        SearchResult end = new Bfgs(maximumIterations).Minimize(rest, rest.Start, cancellationToken);
        return end.Status == SearchStatus.Converged && end.Value <= result.Value
            ? new SearchResult(rest.Whole(end.Point), end.Value, end.Status, result.Iterations + end.Iterations)
            : result;
    }

    private static bool IsAtWall(IObjective objective, double[] point, int coordinate)
    {
        double[] beyond = [.. point];
        beyond[coordinate] += Math.CopySign(NearWall, point[coordinate]);
        return !double.IsFinite(objective.Evaluate(beyond, new double[point.Length]));
    }

    private static bool SameAs(double[] left, double[] right) => left.Zip(right).All(static pair => Math.Abs(pair.First - pair.Second) < SamePlace);
}
