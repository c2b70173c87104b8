using System.Collections;

namespace CustomerInsight.Models;

/// <summary>The values of customers as a list: the numbers are kept as columns, and each customer's value is made when it is asked for.</summary>
internal sealed class LifetimeValues : IReadOnlyList<CustomerLifetimeValue>
{
    private readonly IReadOnlyList<PurchaseSummary> _customers;
    private readonly Duration _horizon;
    private readonly double[] _alive;
    private readonly double[] _discounted;
    private readonly double[] _spend;

    // It says how a value comes about and is not needed for the value itself.
    private readonly Lazy<double[]> _purchases;

    private LifetimeValues(IReadOnlyList<PurchaseSummary> customers, Duration horizon, double[] alive, double[] discounted, double[] spend, Func<double[]> purchases)
    {
        _customers = customers;
        _horizon = horizon;
        _alive = alive;
        _discounted = discounted;
        _spend = spend;
        _purchases = new Lazy<double[]>(purchases);
    }

    public int Count => _alive.Length;

    public CustomerLifetimeValue this[int index] => new(_customers[index], _horizon, _alive[index], _purchases.Value[index], _discounted[index], _spend[index]);

    public static LifetimeValues Of(LifetimeValueModel model, IReadOnlyList<PurchaseSummary> customers, ParallelOptions parallel)
    {
        // Rows of a host may change later; those of a table do not.
        customers = customers is PurchaseRows ? customers : [.. customers];
        ThrowIfNull(customers);
        RepeatPattern[] patterns = PatternsOf(customers);
        for (int i = 0; i < patterns.Length; i++)
        {
            patterns[i].ThrowIfInvalid(nameof(customers));
        }

        parallel.CancellationToken.ThrowIfCancellationRequested();
        double[] discounted = PurchasePredictions.DiscountedIfAlive(model.Purchases, patterns, model.Horizon, model.Rate, parallel);
        double[] alive = PurchasePredictions.Alive(model.Purchases, patterns, parallel);
        return new LifetimeValues(
            customers,
            model.Horizon,
            alive,
            discounted,
            SpendOf(model, customers, parallel),
            () => model.Rate == DiscountRate.None
                ? discounted
                : PurchasePredictions.DiscountedIfAlive(model.Purchases, PatternsOf(customers), model.Horizon, DiscountRate.None, FixedChunks.Parallel(parallel.MaxDegreeOfParallelism, default)));
    }

    /// <summary>Whether these are the values of the rows of a table, all in their order.</summary>
    public bool IsOf(PurchaseTable table) => ReferenceEquals(_customers, table.Customers);

    public double ValueAt(int index) => _alive[index] * _discounted[index] * _spend[index];

    public double AliveAt(int index) => _alive[index];

    public bool SameAs(LifetimeValues other) =>
        _horizon == other._horizon && _alive.AsSpan().SequenceEqual(other._alive) && _discounted.AsSpan().SequenceEqual(other._discounted) && _spend.AsSpan().SequenceEqual(other._spend)
        && (_customers is PurchaseRows rows && other._customers is PurchaseRows others ? rows.SameAs(others) : _customers.SequenceEqual(other._customers));

    public IEnumerator<CustomerLifetimeValue> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void ThrowIfNull(IReadOnlyList<PurchaseSummary> customers)
    {
        for (int i = 0; customers is not PurchaseRows && i < customers.Count; i++)
        {
            if (customers[i] is null)
            {
                throw new ArgumentException(FormattableString.Invariant($"The customer at {i} is null. Leave out customers of whom nothing is known."), nameof(customers));
            }
        }
    }

    private static RepeatPattern[] PatternsOf(IReadOnlyList<PurchaseSummary> customers) =>
        customers is PurchaseRows rows ? rows.ToPatterns() : [.. customers.Select(static customer => customer.Pattern)];

    private static double[] SpendOf(LifetimeValueModel model, IReadOnlyList<PurchaseSummary> customers, ParallelOptions parallel)
    {
        const int SmallestChunk = 4_096;
        var table = customers as PurchaseRows;
        foreach (string currency in table is null ? customers.Select(static customer => customer.Currency) : table.Count > 0 ? [table.Currency] : [])
        {
            model.CheckCurrency(currency, nameof(customers));
        }

        double[] expected = new double[customers.Count];
        FixedChunks.Run(expected.Length, SmallestChunk, parallel, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                SpendPattern spend = (table is null ? customers[i].Spend : table.SpendAt(i)).Learnt;
                expected[i] = model.Spend.ExpectedSpend(spend.Purchases, spend.MeanSpend);
            }

            return to - from;
        });
        return expected;
    }
}
