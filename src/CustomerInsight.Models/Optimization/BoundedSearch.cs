namespace CustomerInsight.Models;

/// <summary>Quasi-Newton search of a function that ends somewhere: there it goes on along the end.</summary>
internal static class BoundedSearch
{
    // So near the end of a function's range, in logs of parameters, the end is what stopped the search.
    private const double NearWall = 0.5;

    // A slope this small is rounding.
    private const double NoSlope = 1e-6;

    /// <param name="objective">The function; beyond its range it is not finite.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="maximumIterations">After how many steps a search gives up.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <param name="inverse">What is known of the inverse of the second derivatives at the start; changed by the search. Null for nothing.</param>
    public static SearchResult Minimize(IObjective objective, double[] start, int maximumIterations, CancellationToken cancellationToken, InverseHessian? inverse = null)
    {
        SearchResult result = new Bfgs(maximumIterations).Minimize(objective, start, cancellationToken, inverse);
        return result.Status == SearchStatus.NoProgress ? AlongTheWall(objective, result, maximumIterations, cancellationToken) : result;
    }

    // Where parameters ran to the end of their range, the best of the others is still a minimum: of the model's limit case.
    private static SearchResult AlongTheWall(IObjective objective, SearchResult result, int maximumIterations, CancellationToken cancellationToken)
    {
        int n = result.Point.Length;
        double[] gradient = new double[n];
        objective.Evaluate(result.Point, gradient);
        int[] free = [.. Enumerable.Range(0, n).Where(i => !IsAtWall(objective, result.Point, gradient, i))];
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

    // The function goes on falling, if anywhere, beyond its end.
    private static bool IsAtWall(IObjective objective, double[] point, double[] gradient, int coordinate)
    {
        int outward = Math.Sign(point[coordinate]);
        double[] beyond = [.. point];
        beyond[coordinate] += outward * NearWall;
        return outward * gradient[coordinate] <= NoSlope && !double.IsFinite(objective.Evaluate(beyond, new double[point.Length]));
    }
}
