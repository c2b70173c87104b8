namespace CustomerInsight.Models;

/// <summary>Fits the purchase model that is asked for by its kind.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PurchaseModelEstimator : IEstimator<IReadOnlyList<RepeatPattern>, IPurchaseModel>
{
    private readonly Func<IReadOnlyList<RepeatPattern>, CancellationToken, FitResult<IPurchaseModel>> _fit;

    /// <summary>Makes an estimator.</summary>
    /// <param name="kind">Which model.</param>
    /// <param name="options">How to fit it; null for the defaults. Read once, here; <see cref="PurchaseModelOptions.Kind"/> is not.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not known.</exception>
    public PurchaseModelEstimator(PurchaseModelKind kind, PurchaseModelOptions? options = null)
    {
        options ??= new PurchaseModelOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new PurchaseModelOptionsValidator(), new PurchaseModelOptionsRules());
        Kind = kind;
        _fit = kind switch
        {
            PurchaseModelKind.BgNbd => Widened(new BgNbdEstimator(BgNbd(options, BgNbdVariant.Standard, 1))),
            PurchaseModelKind.MbgNbd => Widened(new BgNbdEstimator(BgNbd(options, BgNbdVariant.Modified, 1))),
            PurchaseModelKind.BgCnbd => Widened(new BgNbdEstimator(BgNbd(options, BgNbdVariant.Standard, options.Regularity))),
            PurchaseModelKind.MbgCnbd => Widened(new BgNbdEstimator(BgNbd(options, BgNbdVariant.Modified, options.Regularity))),
            PurchaseModelKind.ParetoNbd => Widened(new ParetoNbdEstimator(new ParetoNbdOptions
            {
                Unit = options.Unit,
                MinimumCustomers = options.MinimumCustomers,
                MinimumRepeatCustomers = options.MinimumRepeatCustomers,
                MaximumIterations = options.MaximumIterations,
                MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
            })),
            PurchaseModelKind.Nbd => Widened(new NbdEstimator(new NbdOptions
            {
                Unit = options.Unit,
                MinimumCustomers = options.MinimumCustomers,
                MinimumRepeatCustomers = options.MinimumRepeatCustomers,
                MaximumIterations = options.MaximumIterations,
                MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
            })),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"The model is not known. Use one of {string.Join(", ", Enum.GetNames<PurchaseModelKind>())}."),
        };
    }

    /// <summary>Gets which model is fitted.</summary>
    public PurchaseModelKind Kind { get; }

    /// <inheritdoc/>
    public FitResult<IPurchaseModel> Fit(IReadOnlyList<RepeatPattern> data, CancellationToken cancellationToken = default) => _fit(data, cancellationToken);

    private static Func<IReadOnlyList<RepeatPattern>, CancellationToken, FitResult<IPurchaseModel>> Widened<TModel>(IEstimator<IReadOnlyList<RepeatPattern>, TModel> estimator)
        where TModel : class, IPurchaseModel => (data, cancellationToken) =>
        {
            FitResult<TModel> fit = estimator.Fit(data, cancellationToken);
            return new FitResult<IPurchaseModel>(fit.Model, fit.Report);
        };

    private static BgNbdOptions BgNbd(PurchaseModelOptions options, BgNbdVariant variant, int regularity) => new()
    {
        Unit = options.Unit,
        Variant = variant,
        Regularity = regularity,
        MinimumCustomers = options.MinimumCustomers,
        MinimumRepeatCustomers = options.MinimumRepeatCustomers,
        MaximumIterations = options.MaximumIterations,
        MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
    };
}
