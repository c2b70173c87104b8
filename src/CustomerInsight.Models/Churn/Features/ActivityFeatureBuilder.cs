using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Makes traits of what customers had done by a moment, and of nothing later.</summary>
/// <remarks>
/// The work is done on what was known at the moment: later activities are not read, those of customers unknown until then included. Traits are those of
/// <see cref="PurchaseTable.ToTraits"/> but for what follows from others (<see cref="PurchaseFeatures.ActiveDays"/> and the two dates), and those of <see cref="ActivityFeatures"/>.
/// Customers are all who had done anything, those included who did nothing within <see cref="ActivityFeatureOptions.ObservationDays"/>; of one without purchases it is known that nothing was bought.
/// </remarks>
/// <threadsafety>Safe from many threads, as far as the host's delegates are.</threadsafety>
public sealed class ActivityFeatureBuilder
{
    private readonly ActivityFeatureOptions _options;

    /// <summary>Makes a builder.</summary>
    /// <param name="options">Which traits; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public ActivityFeatureBuilder(ActivityFeatureOptions? options = null)
    {
        options ??= new ActivityFeatureOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ActivityFeatureOptionsValidator(), new ActivityFeatureOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Makes the traits of the customers of a log.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customers known by then with their traits and purchases.</returns>
    /// <exception cref="ArgumentException">The host's traits are of another day, or named as those made here.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public CustomerSnapshot Build([NotNull] ActivityLog log, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ParallelOptions parallel = FixedChunks.Parallel(_options.Purchases.MaxDegreeOfParallelism, cancellationToken);
        var purchases = PurchaseTable.From(LookedAtAfter(asOf) is { } after ? log.Until(asOf, after) : log, asOf, _options.Purchases, cancellationToken);
        return Build(ActivityReader.Of(log, asOf, Types(), parallel), purchases, asOf, parallel);
    }

    /// <summary>Makes the traits of customers.</summary>
    /// <param name="customers">The customers, in any order, each once. Those who had done nothing by the moment are left out.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The customers known by then with their traits and purchases.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or the host's traits are of another day or named as those made here.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public CustomerSnapshot Build([NotNull] IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        customers = HistoryView.Of(customers, null, asOf);
        ParallelOptions parallel = FixedChunks.Parallel(_options.Purchases.MaxDegreeOfParallelism, cancellationToken);
        var purchases = PurchaseTable.From(LookedAtAfter(asOf) is { } after ? HistoryView.Of(customers, after, asOf) : customers, asOf, _options.Purchases, cancellationToken);
        return Build(ActivityReader.Of(customers, asOf, Types(), parallel), purchases, asOf, parallel);
    }

    /// <summary>The builder that counts money in a currency, where its options leave that open.</summary>
    internal ActivityFeatureBuilder In(string? currency)
    {
        if (currency is null or Money.NoCurrency || _options.Purchases.Currency is not null)
        {
            return this;
        }

        ActivityFeatureOptions options = _options.Copy();
        options.Purchases.Currency = currency;
        return new ActivityFeatureBuilder(options);
    }

    private DateTimeOffset? LookedAtAfter(DateTimeOffset asOf) => _options.ObservationDays is int days ? asOf.AddDays(-days) : null;

    private string[] Types() => [ActivityTypes.Purchase, .. _options.Types];

    private CustomerSnapshot Build(ActivityReader reader, PurchaseTable purchases, DateTimeOffset asOf, ParallelOptions parallel)
    {
        var columns = new ActivityColumns(_options, purchases, asOf, LookedAtAfter(asOf), reader);
        columns.Read(reader, parallel);
        TraitTable own = purchases.ToTraits(columns.Customers);
        var traits = new List<TraitColumn>();
        foreach (TraitColumn column in own.Columns)
        {
            // They follow from the days since the first and the last purchase.
            if (column.Definition.Name is not (PurchaseFeatures.ActiveDays or RunTraitNames.FirstPurchase or RunTraitNames.LastPurchase))
            {
                traits.Add(column);
            }
        }

        traits.AddRange(columns.ToTraits());
        traits.AddRange(ModelTraits(columns, purchases, parallel.CancellationToken));
        DateOnly? asOfDay = columns.Customers.Length > 0 ? columns.AsOfDay : null;
        var table = TraitTable.Create(columns.Customers, asOfDay, ValueList.From(traits));
        return new CustomerSnapshot(asOf, _options.Traits is { } host ? table.Join(host(asOf), ownCustomersOnly: true) : table, purchases);
    }

    private List<TraitColumn> ModelTraits(ActivityColumns columns, PurchaseTable purchases, CancellationToken cancellationToken)
    {
        if (_options.PurchaseModel is null && _options.FittedPurchaseModel is null)
        {
            return [];
        }

        RepeatPattern[] patterns = purchases.ToPatterns();
        IPurchaseModel? model = _options.PurchaseModel
            ?? new PurchaseModelEstimator(_options.FittedPurchaseModel!.Value, new PurchaseModelOptions { MaxDegreeOfParallelism = _options.Purchases.MaxDegreeOfParallelism }).Fit(patterns, cancellationToken).Model;
        double[] alive = model?.ProbabilitiesAlive(patterns, cancellationToken) ?? [];
        double[] expected = model?.ExpectedPurchases(patterns, Duration.Days(_options.HorizonDays), cancellationToken) ?? [];
        int[] rows = columns.RowsIn(purchases);
        return
        [
            TraitColumn.Numbers(RunTraitNames.ProbabilityAlive, Array.ConvertAll(rows, row => row < 0 || model is null ? double.NaN : alive[row]), "Chance that the customer still buys"),
            TraitColumn.Numbers(ActivityFeatures.ExpectedPurchases, Array.ConvertAll(rows, row => row < 0 || model is null ? double.NaN : expected[row]), "Purchases that a purchase model expects"),
        ];
    }
}
