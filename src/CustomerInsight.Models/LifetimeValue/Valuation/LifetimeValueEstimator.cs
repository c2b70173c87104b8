using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Fits a purchase model and the Gamma–Gamma model to the same purchases and joins them.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class LifetimeValueEstimator : IEstimator<PurchaseTable, LifetimeValueModel>
{
    private const string ModelName = "Lifetime value";

    private readonly PurchaseModelOptions _purchases;
    private readonly GammaGammaEstimator _spend;
    private readonly Duration _horizon;
    private readonly DiscountRate _rate;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit and to value; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public LifetimeValueEstimator(LifetimeValueOptions? options = null)
    {
        options ??= new LifetimeValueOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new LifetimeValueOptionsValidator(), new LifetimeValueOptionsRules());
        _purchases = options.Purchases.Copy();
        _spend = new GammaGammaEstimator(options.Spend);
        _horizon = options.Horizon;
        _rate = options.DiscountRate;
    }

    private LifetimeValueEstimator(LifetimeValueEstimator other, int threads)
    {
        _purchases = other._purchases.Copy();
        _purchases.MaxDegreeOfParallelism = threads;
        _spend = other._spend;
        _horizon = other._horizon;
        _rate = other._rate;
    }

    /// <summary>Gets how the purchase model is chosen; null where its kind is given.</summary>
    internal PurchaseModelOptions? Choice => _purchases.Kind is null ? _purchases : null;

    /// <summary>Fits both models.</summary>
    /// <param name="data">What customers bought.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>
    /// The model, where both fits converged and a mean spend exists; else none, for a value from less would be a guess. The report has one part for each fit.
    /// Where the purchase model is to be chosen, it is that of the lowest BIC here, since sums tell nothing of a holdout; a warning <c>model-chosen</c> names it and
    /// those it was compared with. To choose by a holdout, see <see cref="Fit(PurchaseTable, ModelChoice, CancellationToken)"/>.
    /// </returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<LifetimeValueModel> Fit(PurchaseTable data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        RepeatPattern[] patterns = data.ToPatterns();
        return Join(data, _purchases.Kind is { } kind ? Fit(kind, patterns, cancellationToken) : FitLikeliest(patterns, cancellationToken), cancellationToken);
    }

    /// <summary>Fits both models, the purchase model of the kind that a choice recommends.</summary>
    /// <param name="data">What customers bought, up to now.</param>
    /// <param name="choice">The choice, made on an earlier part of it.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>As <see cref="Fit(PurchaseTable, CancellationToken)"/>; where the choice recommends none, of the first candidate, with a warning.</returns>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    public FitResult<LifetimeValueModel> Fit(PurchaseTable data, ModelChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(choice);
        FitResult<IPurchaseModel> purchases = Fit(choice.Recommended ?? _purchases.Candidates[0], data.ToPatterns(), cancellationToken);
        var reason = new FitWarning(choice.Recommended is null ? "model-not-chosen" : "model-chosen", choice.Reason);
        return Join(data, purchases with { Report = purchases.Report with { Warnings = [reason, .. purchases.Report.Warnings] } }, cancellationToken);
    }

    /// <summary>The same estimator with the run's limit of threads, where it has none of its own.</summary>
    internal LifetimeValueEstimator In(InsightContext context) => new(this, RunPurchases.ThreadsOf(_purchases.MaxDegreeOfParallelism, context));

    private FitResult<LifetimeValueModel> Join(PurchaseTable data, FitResult<IPurchaseModel> purchases, CancellationToken cancellationToken)
    {
        FitResult<GammaGammaModel> spend = _spend.Fit(data.ToSpend(), cancellationToken);
        var report = new FitReport(
            ModelName,
            (FitStatus)Math.Min((int)purchases.Report.Status, (int)spend.Report.Status),
            purchases.Report.Iterations + spend.Report.Iterations,
            purchases.Report.LogLikelihood + spend.Report.LogLikelihood,
            purchases.Report.Customers,
            ValueList.From(purchases.Report.Warnings.Concat(spend.Report.Warnings)))
        {
            Parts = [purchases.Report, spend.Report],
            Figures = [.. purchases.Report.Figures, .. spend.Report.Figures],
        };
        if (!report.Converged || purchases.Model is not { } buying || spend.Model is not { } spending)
        {
            return new FitResult<LifetimeValueModel>(null, report);
        }

        return spending.Q <= 1
            ? new FitResult<LifetimeValueModel>(null, report with { Status = FitStatus.TooLittleData })
            : new FitResult<LifetimeValueModel>(new LifetimeValueModel(buying, spending, data.Currency, _horizon, _rate), report);
    }

    private FitResult<IPurchaseModel> Fit(PurchaseModelKind kind, RepeatPattern[] patterns, CancellationToken cancellationToken) =>
        new PurchaseModelEstimator(kind, _purchases).Fit(patterns, cancellationToken);

    private FitResult<IPurchaseModel> FitLikeliest(RepeatPattern[] patterns, CancellationToken cancellationToken)
    {
        FitResult<IPurchaseModel>[] fits = [.. _purchases.Candidates.Select(kind => Fit(kind, patterns, cancellationToken))];
        FitResult<IPurchaseModel>[] found = [.. fits.Where(static fit => fit.Report.Converged)];
        FitResult<IPurchaseModel> best = found.MinBy(static fit => fit.Report.Bic ?? double.PositiveInfinity) ?? fits[0];
        FitWarning reason = found.Length > 0
            ? new FitWarning("model-chosen", $"{best.Report.Model} has the lowest BIC of {string.Join(", ", found.Select(static fit => string.Create(CultureInfo.InvariantCulture, $"{fit.Report.Model} ({fit.Report.Bic:#,0.0})")))}.")
            : new FitWarning("model-not-chosen", $"None of {string.Join(", ", fits.Select(static fit => fit.Report.Model))} could be fitted, so there is nothing to choose from: see what is said of {best.Report.Model}.");
        return best with { Report = best.Report with { Warnings = [reason, .. best.Report.Warnings] } };
    }
}
