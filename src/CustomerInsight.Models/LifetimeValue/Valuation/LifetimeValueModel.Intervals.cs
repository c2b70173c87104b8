namespace CustomerInsight.Models;

public sealed partial record LifetimeValueModel
{
    /// <summary>Says how far apart the spend of one customer over the horizon may be from what is expected, for single customers do as they please.</summary>
    /// <param name="customer">What the customer bought.</param>
    /// <param name="level">How probable it is that the spend is in the interval. From 0.01 to 0.999.</param>
    /// <returns>The interval of the spend, not discounted, as <see cref="PredictionIntervals"/> gives it; it takes the parameters for known.</returns>
    /// <exception cref="ArgumentException">The amounts are in another currency than <see cref="Currency"/>, the days cannot be, or <paramref name="level"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The horizon is for ever.</exception>
    public SpendInterval PredictInterval(PurchaseSummary customer, double level = 0.9)
    {
        ArgumentNullException.ThrowIfNull(customer);
        CheckCurrency(customer.Currency, nameof(customer));
        return Intervals(level).Spend(customer.Pattern, customer.Spend, Horizon);
    }

    /// <summary>Says the same of all customers of a table.</summary>
    /// <param name="table">What customers bought.</param>
    /// <param name="level">How probable it is that a customer's spend is in the interval. From 0.01 to 0.999.</param>
    /// <param name="progress">Is told how many customers are done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>An interval for each customer, in the order of <see cref="PurchaseTable.Customers"/>.</returns>
    /// <exception cref="ArgumentException">The amounts are in another currency than <see cref="Currency"/>, or <paramref name="level"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The horizon is for ever.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public SpendInterval[] PredictIntervals(PurchaseTable table, double level = 0.9, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Columns.Count == 0)
        {
            return [];
        }

        CheckCurrency(table.Currency, nameof(table));
        return Intervals(level).Spend(table.ToPatterns(), table.ToSpend(), Horizon, progress, cancellationToken);
    }

    private PredictionIntervals Intervals(double level) => Horizon.IsForever
        ? throw new InvalidOperationException($"The horizon is for ever, so the spend has no end. Make a model of a horizon, such as {nameof(Duration)}.{nameof(Duration.Years)}(1).")
        : new PredictionIntervals(Purchases, Spend, new PredictionIntervalOptions { Level = level });
}
