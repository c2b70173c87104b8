namespace CustomerInsight.Models;

/// <summary>Learns how regularly customers buy from the gaps between their purchases.</summary>
/// <remarks>
/// The shape is the one under which the shares of each customer's gaps are most likely. Rates may differ between customers in any way, and customers may leave: neither enters. Days are
/// whole, so where customers buy every few days the shape comes out too large.
/// <para>Sources: Wheat, Morrison, "Estimating purchase regularity with two interpurchase times", Journal of Marketing Research 27(1), 1990; for the likelihood given the
/// sums, Cox, Lewis, "The Statistical Analysis of Series of Events" (1966), section 6.2.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RegularityEstimator : IEstimator<IReadOnlyList<GapPattern>, RegularityEstimate>
{
    private const string ModelName = "regularity";
    private const int MinimumCustomers = 20;
    private const double LogEdge = 7;

    /// <summary>Learns the regularity.</summary>
    /// <param name="data">One pattern for each customer, in any order; those of fewer than two gaps say nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The estimate; none of fewer than 20 customers with two gaps or more.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(n log n).</remarks>
    public FitResult<RegularityEstimate> Fit(IReadOnlyList<GapPattern> data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        cancellationToken.ThrowIfCancellationRequested();
        if (data.Any(static pattern => !pattern.IsValid))
        {
            throw new ArgumentException($"A pattern is not valid. Make patterns by {nameof(GapPattern)}.{nameof(GapPattern.Of)} or {nameof(GapPattern.From)}.", nameof(data));
        }

        var likelihood = new GapLikelihood(data);
        if (likelihood.Customers < MinimumCustomers)
        {
            return new FitResult<RegularityEstimate>(null, FitReport.TooLittle(ModelName, likelihood.Customers, FitWarnings.TooFewRepeaters(likelihood.Customers, MinimumCustomers)));
        }

        (double log, int steps) = Root(likelihood);
        var found = new SearchResult([log], 0, SearchStatus.Converged, steps);
        var uncertainty = FitUncertainty.Of(new Mean(likelihood), found, likelihood.Customers, [new Coordinate("k")], cancellationToken);
        var warnings = new List<FitWarning>(uncertainty.Warnings);
        if (Math.Abs(log) > LogEdge - 1e-6)
        {
            warnings.Add(FitWarnings.AtEdge("k"));
        }

        ParameterEstimate shape = uncertainty.Parameters[0];
        return new FitResult<RegularityEstimate>(
            new RegularityEstimate(shape, WheatMorrison(data), likelihood.Customers, likelihood.Gaps),
            new FitReport(ModelName, FitStatus.Converged, steps, null, likelihood.Customers, ValueList.From(warnings))
            {
                Parameters = uncertainty.Parameters,
                Covariance = uncertainty.Covariance,
            });
    }

    // The slope falls with k, so halving the range always finds where it is 0.
    private static (double Log, int Steps) Root(GapLikelihood likelihood)
    {
        double low = -LogEdge;
        double high = LogEdge;
        int steps = 0;
        while (high - low > 1e-13)
        {
            steps++;
            double middle = (low + high) / 2;
            if (likelihood.Slope(Math.Exp(middle)) > 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return ((low + high) / 2, steps);
    }

    // The share of one of two gaps is beta (k, k), of variance 1 / (4 (2k + 1)) about a half.
    private static double? WheatMorrison(IReadOnlyList<GapPattern> data)
    {
        double[] squares = [.. data.Where(static pattern => pattern.Gaps >= 2).Select(static pattern => Math.Pow(pattern.LastShare - 0.5, 2)).Order()];
        double variance = squares.Average();
        double k = (1 - (4 * variance)) / (8 * variance);
        return variance > 0 && k > 0 ? k : null;
    }

    /// <summary>The mean of −ln L over the customers, in the log of k.</summary>
    private sealed class Mean(GapLikelihood likelihood) : IObjective
    {
        public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
        {
            double k = Math.Exp(point[0]);
            gradient[0] = -likelihood.Slope(k) * k / likelihood.Customers;
            return -likelihood.GainOver1(k) / likelihood.Customers;
        }
    }
}
