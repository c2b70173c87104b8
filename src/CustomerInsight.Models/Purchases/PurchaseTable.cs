using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>One row for each customer with a purchase, all in one currency and as of one day.</summary>
/// <param name="AsOfDay">The day the rows look from; null where there was no activity at all.</param>
/// <param name="Currency">The currency of all amounts; <see cref="Money.NoCurrency"/> where there was none.</param>
/// <param name="Customers">The rows in ordinal order of the customer.</param>
/// <param name="Report">What was left out.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record PurchaseTable(DateOnly? AsOfDay, string Currency, ValueList<PurchaseSummary> Customers, PurchaseReport Report)
{
    /// <summary>Gets the table of a run without activities.</summary>
    public static PurchaseTable Empty { get; } = new(null, Money.NoCurrency, [], new PurchaseReport(0, 0, 0, 0, 0, 0, [], 0));

    /// <summary>Sums up what customers bought up to a moment.</summary>
    /// <param name="customers">The customers, in any order, each once; so are the activities of each.</param>
    /// <param name="asOf">The moment: nothing after it counts, in the rows or in the report.</param>
    /// <param name="options">How activities become purchases; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table. Activities of other types than <see cref="ActivityTypes.Purchase"/> are passed over.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Two passes over the activities; memory for one row a customer.</remarks>
    public static PurchaseTable From(
        [NotNull] IReadOnlyList<CustomerHistory> customers,
        DateTimeOffset asOf,
        PurchaseOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        options ??= new PurchaseOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new PurchaseOptionsValidator(), new PurchaseOptionsRules());
        string currency = options.Currency ?? CurrencyVote.Winner(customers, asOf, options.KeepZeroAmounts, cancellationToken);
        var accumulator = new PurchaseAccumulator(asOf, currency, options);
        var rows = new List<PurchaseSummary>(customers.Count);
        foreach (CustomerHistory customer in InOrder(customers))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (accumulator.Summarize(customer) is PurchaseSummary row)
            {
                rows.Add(row);
            }
        }

        return new PurchaseTable(accumulator.AsOfDay, currency, ValueList.From(rows), accumulator.Report());
    }

    private static CustomerHistory[] InOrder(IReadOnlyList<CustomerHistory> customers)
    {
        CustomerHistory[] sorted = [.. customers];
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Customer, right.Customer));
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Customer == sorted[i - 1].Customer)
            {
                throw new ArgumentException("Two of the customers have the same name, so their purchases cannot be told apart. Join their activities into one history.", nameof(customers));
            }
        }

        return sorted;
    }
}
