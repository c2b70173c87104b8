namespace CustomerInsight.Models;

/// <summary>Between which numbers a customer's purchases to come lie, and what is spent on them.</summary>
/// <remarks>
/// The intervals take in how customers scatter and what is not known of each. What is not known of the models' parameters they take in if made from bootstrap draws; for
/// a customer it matters far less. They run from quantile to quantile, as probable to be missed below as above. Numbers of purchases are told apart up to 100,000 (10,000 with
/// <see cref="ParetoNbdModel"/> or a host's own model): one who may buy more often counts as buying so often, in the spend too, so that an interval that ends there has no end.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PredictionIntervals
{
    private readonly IReadOnlyList<IPurchaseModel> _purchases;
    private readonly IReadOnlyList<GammaGammaModel> _spend;
    private readonly double _level;
    private readonly int _threads;

    /// <summary>Makes intervals from models.</summary>
    /// <param name="purchases">When customers buy.</param>
    /// <param name="spend">What they spend; null where it will not be asked.</param>
    /// <param name="options">How to make them; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public PredictionIntervals(IPurchaseModel purchases, GammaGammaModel? spend = null, PredictionIntervalOptions? options = null)
        : this([purchases ?? throw new ArgumentNullException(nameof(purchases))], spend is null ? [] : [spend], options)
    {
    }

    private PredictionIntervals(IReadOnlyList<IPurchaseModel> purchases, IReadOnlyList<GammaGammaModel> spend, PredictionIntervalOptions? options)
    {
        options ??= new PredictionIntervalOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new PredictionIntervalOptionsValidator());
        (_purchases, _spend, _level, _threads) = (purchases, spend, options.Level, options.MaxDegreeOfParallelism);
    }

    private double Tail => (1 - _level) / 2;

    /// <summary>Makes intervals that take in what is not known of the models' parameters.</summary>
    /// <typeparam name="TModel">The purchase model.</typeparam>
    /// <param name="purchases">When customers buy.</param>
    /// <param name="spend">What they spend; null where it will not be asked. Draws are paired in order, as many as there are of both.</param>
    /// <param name="options">How to make them; null for the defaults. Read once, here.</param>
    /// <returns>The intervals: of the mean of the distributions of all draws.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static PredictionIntervals Of<TModel>(BootstrapSample<TModel> purchases, BootstrapSample<GammaGammaModel>? spend = null, PredictionIntervalOptions? options = null)
        where TModel : class, IPurchaseModel
    {
        ArgumentNullException.ThrowIfNull(purchases);
        return new PredictionIntervals([.. purchases.Draws], spend is null ? [] : [.. spend.Draws], options);
    }

    /// <summary>Between which numbers a customer's purchases lie.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="ahead">The time to come. At least 0, not for ever.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative or for ever.</exception>
    /// <remarks>The probability of each number up to some two times the interval's end and each model: milliseconds for thousands of purchases, but some 0.1 ms for each number with <see cref="ParetoNbdModel"/>.</remarks>
    public PurchaseInterval Purchases(RepeatPattern pattern, Duration ahead)
    {
        var coming = new ComingPurchases(_purchases, pattern, ahead);
        int low = coming.Quantile(Tail);
        int median = coming.Quantile(0.5);
        int high = coming.Quantile(1 - Tail);
        return new PurchaseInterval(low, median, high, coming.UpTo(high) - coming.UpTo(low - 1));
    }

    /// <summary>Between which amounts lies what a customer spends on all purchases to come together, not discounted.</summary>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="spend">What the customer spent.</param>
    /// <param name="ahead">The time to come. At least 0, not for ever.</param>
    /// <returns>The interval; it begins at 0 where the customer may well not buy.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative or for ever.</exception>
    /// <exception cref="InvalidOperationException">There is no spend model.</exception>
    /// <remarks>Some tens of microseconds for each pair of models, tenths of a second where purchases may be many thousands.</remarks>
    public SpendInterval Spend(RepeatPattern pattern, SpendPattern spend, Duration ahead)
    {
        ThrowIfWithoutSpend();
        int pairs = _purchases.Count == 1 || _spend.Count == 1 ? Math.Max(_purchases.Count, _spend.Count) : Math.Min(_purchases.Count, _spend.Count);
        var coming = new ComingSpend(
            [.. Enumerable.Range(0, pairs).Select(i => (_purchases[i % _purchases.Count], _spend[i % _spend.Count]))], pattern, spend, ahead, Tail);
        return new SpendInterval(coming.Quantile(Tail), coming.Quantile(1 - Tail), _level);
    }

    /// <summary>Between which numbers each customer's purchases lie.</summary>
    /// <param name="patterns">When each customer bought again.</param>
    /// <param name="ahead">The time to come. At least 0, not for ever.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The intervals in the order of the customers.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative or for ever.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Customers of equal patterns are worked out once.</remarks>
    public PurchaseInterval[] Purchases(IReadOnlyList<RepeatPattern> patterns, Duration ahead, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ahead.CheckedDays(nameof(ahead));
        foreach (RepeatPattern pattern in patterns)
        {
            pattern.ThrowIfInvalid(nameof(patterns));
        }

        return EqualRows.Ask(patterns, pattern => Purchases(pattern, ahead), FixedChunks.Parallel(_threads, cancellationToken));
    }

    /// <summary>Between which amounts lies what each customer spends on all purchases to come together, not discounted.</summary>
    /// <param name="patterns">When each customer bought again.</param>
    /// <param name="spend">What each customer spent, in the same order.</param>
    /// <param name="ahead">The time to come. At least 0, not for ever.</param>
    /// <param name="progress">Is told how many customers are done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The intervals in the order of the customers.</returns>
    /// <exception cref="ArgumentException">A pattern is not valid, or there are more or fewer spends than patterns.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative or for ever.</exception>
    /// <exception cref="InvalidOperationException">There is no spend model.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Customers of equal patterns and equal spend are worked out once.</remarks>
    public SpendInterval[] Spend(
        IReadOnlyList<RepeatPattern> patterns, IReadOnlyList<SpendPattern> spend, Duration ahead, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(spend);
        ahead.CheckedDays(nameof(ahead));
        if (spend.Count != patterns.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected a spend for each of {patterns.Count} customers, found {spend.Count}."), nameof(spend));
        }

        foreach (RepeatPattern pattern in patterns)
        {
            pattern.ThrowIfInvalid(nameof(patterns));
        }

        ThrowIfWithoutSpend();
        (RepeatPattern Pattern, SpendPattern Spend)[] customers = [.. patterns.Zip(spend)];
        return EqualRows.Ask(customers, customer => Spend(customer.Pattern, customer.Spend, ahead), FixedChunks.Parallel(_threads, cancellationToken), progress);
    }

    private void ThrowIfWithoutSpend()
    {
        if (_spend.Count == 0)
        {
            throw new InvalidOperationException("There is no spend model. Make the intervals with one.");
        }
    }
}
