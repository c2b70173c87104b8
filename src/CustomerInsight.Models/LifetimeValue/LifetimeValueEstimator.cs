namespace CustomerInsight.Models;

/// <summary>Fits the BG/NBD and the Gamma–Gamma model to the same purchases and joins them.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class LifetimeValueEstimator : IEstimator<PurchaseTable, LifetimeValueModel>
{
    private readonly BgNbdEstimator _purchases;
    private readonly GammaGammaEstimator _spend;
    private readonly int _horizonDays;
    private readonly double _annualDiscountRate;
    private readonly int _stepDays;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit and to value; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public LifetimeValueEstimator(LifetimeValueOptions? options = null)
    {
        options ??= new LifetimeValueOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new LifetimeValueOptionsValidator(), new LifetimeValueOptionsRules());
        _purchases = new BgNbdEstimator(options.Purchases);
        _spend = new GammaGammaEstimator(options.Spend);
        _horizonDays = options.HorizonDays;
        _annualDiscountRate = options.AnnualDiscountRate;
        _stepDays = options.StepDays;
    }

    /// <summary>Fits both models.</summary>
    /// <param name="data">What customers bought.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model, where both fits converged and a mean spend exists; else none, for a value from less would be a guess. The report has one part for each fit.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<LifetimeValueModel> Fit(PurchaseTable data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        FitResult<BgNbdModel> purchases = _purchases.Fit([.. data.Customers.Select(static customer => customer.Pattern)], cancellationToken);
        FitResult<GammaGammaModel> spend = _spend.Fit([.. data.Customers.Select(static customer => customer.Spend)], cancellationToken);
        FitReport report = Join(purchases.Report, spend.Report);
        if (!report.Converged || purchases.Model is not { } buying || spend.Model is not { } spending)
        {
            return new FitResult<LifetimeValueModel>(null, report);
        }

        return spending.Q <= 1
            ? new FitResult<LifetimeValueModel>(null, report with { Status = FitStatus.TooLittleData })
            : new FitResult<LifetimeValueModel>(new LifetimeValueModel(buying, spending, data.Currency, _horizonDays, _annualDiscountRate, _stepDays), report);
    }

    private static FitReport Join(FitReport purchases, FitReport spend) => new(
        "Lifetime value",
        (FitStatus)Math.Min((int)purchases.Status, (int)spend.Status),
        purchases.Iterations + spend.Iterations,
        purchases.LogLikelihood + spend.LogLikelihood,
        purchases.Customers,
        ValueList.From(purchases.Warnings.Concat(spend.Warnings)))
    {
        Parts = [purchases, spend],
    };
}
