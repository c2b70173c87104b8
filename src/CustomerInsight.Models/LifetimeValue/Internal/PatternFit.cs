namespace CustomerInsight.Models;

/// <summary>What fits of purchase models to patterns have in common: counting, refusing too little data, searching.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="name">The model's name.</param>
/// <param name="minimumCustomers">How many customers the fit needs at least.</param>
/// <param name="minimumRepeatCustomers">How many customers with a repeat purchase it needs at least.</param>
/// <param name="maximumIterations">After how many steps a search gives up.</param>
/// <param name="threads">How many threads may work; 0 for all cores.</param>
/// <param name="likelihood">Makes the likelihood of counted patterns.</param>
internal sealed class PatternFit<TModel>(
    string name, int minimumCustomers, int minimumRepeatCustomers, int maximumIterations, int threads, Func<PatternCounts, ParallelOptions, IWeightedLikelihood<TModel>> likelihood)
    where TModel : class
{
    public FitResult<TModel> Fit(IReadOnlyList<RepeatPattern> data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(threads, cancellationToken);
        var patterns = PatternCounts.From(data, parallel);
        var warnings = new List<FitWarning>();
        if (patterns.LeftOut > 0)
        {
            warnings.Add(FitWarnings.InvalidPatterns(patterns.LeftOut));
        }

        return Refusal(patterns) is FitWarning refusal
            ? new FitResult<TModel>(null, FitReport.TooLittle(name, patterns.Customers, [.. warnings, refusal]))
            : LikelihoodFit.Of(likelihood(patterns, parallel), maximumIterations, warnings, cancellationToken);
    }

    public IWeightedLikelihood<TModel>? Prepare(IReadOnlyList<RepeatPattern> data)
    {
        ParallelOptions parallel = FixedChunks.Parallel(threads, CancellationToken.None);
        var patterns = PatternCounts.From(data, parallel);
        return Refusal(patterns) is null ? likelihood(patterns, parallel) : null;
    }

    private FitWarning? Refusal(PatternCounts patterns)
    {
        int customers = patterns.Customers;
        int repeaters = patterns.RepeatCustomers;
        return customers < minimumCustomers ? FitWarnings.TooFewCustomers(customers, minimumCustomers)
            : repeaters < minimumRepeatCustomers ? FitWarnings.TooFewRepeaters(repeaters, minimumRepeatCustomers)
            : patterns.MeanTenureDays <= 0 ? FitWarnings.NoTime
            : null;
    }
}
