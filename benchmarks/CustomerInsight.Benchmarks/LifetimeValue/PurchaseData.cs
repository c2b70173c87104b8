using CustomerInsight.Models;
using LifetimeValueSample;

namespace CustomerInsight.Benchmarks;

/// <summary>What the models are fitted to.</summary>
/// <param name="Patterns">When each customer bought again.</param>
/// <param name="Spend">What each spent on the days of repeat purchases, in the same order.</param>
internal sealed record PurchaseData(IReadOnlyList<RepeatPattern> Patterns, IReadOnlyList<SpendPattern> Spend)
{
    // The published parameters of CDNOW.
    private static readonly BgNbdModel Buying = new(0.243, 4.414, 0.793, 2.426, TimeUnit.Week);
    private static readonly GammaGammaModel Spending = new(6.25, 3.74, 15.44);

    public static PurchaseData Simulate(int customers, CancellationToken cancellationToken)
    {
        SimulatedPurchases purchases = new PurchaseSimulator(Buying).Simulate(customers, Duration.Weeks(27), Duration.Weeks(39), cancellationToken);
        return new PurchaseData(purchases.Patterns, new SpendSimulator(Spending).Simulate(purchases.Patterns, cancellationToken).Patterns);
    }

    /// <summary>Reads a log. Purchases of amount zero count: that nothing was paid says nothing about when customers buy; the model of spend leaves them out.</summary>
    public static async Task<PurchaseData> ReadAsync(string path, DateOnly? until, TextWriter screen, CancellationToken cancellationToken)
    {
        (ActivityLog log, int rejected) = await PurchaseFile.ReadAsync(path, Money.NoCurrency, cancellationToken);
        DateTimeOffset end = until is { } day ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1) : log.LastAt ?? default;
        var table = PurchaseTable.From(log, end, new PurchaseOptions { KeepZeroAmounts = true }, cancellationToken);
        screen.WriteLine(FormattableString.Invariant($"{log.Count:#,0} rows read, {rejected:#,0} rejected, {table.Customers.Count:#,0} customers with purchases up to {table.AsOfDay:yyyy-MM-dd}, {table.Report.Refunds:#,0} refunds left out"));
        var patterns = new RepeatPattern[table.Customers.Count];
        var spend = new SpendPattern[patterns.Length];
        for (int i = 0; i < patterns.Length; i++)
        {
            PurchaseSummary customer = table.Customers[i];
            (patterns[i], spend[i]) = (customer.Pattern, customer.Spend);
        }

        return new PurchaseData(patterns, spend);
    }
}
