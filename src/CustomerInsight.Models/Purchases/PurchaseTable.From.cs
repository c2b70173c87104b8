using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

public sealed partial class PurchaseTable
{
    /// <summary>Sums up what customers bought up to a moment.</summary>
    /// <param name="customers">The customers, in any order, each once; so are the activities of each.</param>
    /// <param name="asOf">The moment: nothing after it counts, in the rows or in the report.</param>
    /// <param name="options">How activities become purchases; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table. Activities of other types than <see cref="ActivityTypes.Purchase"/> are passed over.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Two passes over the activities; memory for one row a customer.</remarks>
    public static PurchaseTable From(
        [NotNull] IReadOnlyList<CustomerHistory> customers,
        DateTimeOffset asOf,
        PurchaseOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return Make(new HistorySource(customers, asOf), asOf, Checked(options), cancellationToken);
    }

    /// <summary>Sums up what customers bought up to a moment, from a plain log.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile. Rows of other types than <see cref="ActivityTypes.Purchase"/> only make their customer known.</param>
    /// <param name="asOf">The moment: nothing after it counts, in the rows or in the report.</param>
    /// <param name="options">How they count; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static PurchaseTable From([NotNull] ActivityLog log, DateTimeOffset asOf, PurchaseOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        PurchaseOptions usable = Checked(options);
        return Make(new LogSource(log, asOf.UtcTicks, FixedChunks.Parallel(usable.MaxDegreeOfParallelism, cancellationToken)), asOf, usable, cancellationToken);
    }

    /// <summary>Sums up what customers bought up to a moment, from activities in any order.</summary>
    /// <param name="activities">The activities, each once. Those of other types than <see cref="ActivityTypes.Purchase"/> only make their customer known.</param>
    /// <param name="asOf">The moment: nothing after it counts, in the rows or in the report.</param>
    /// <param name="options">How activities become purchases; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table. Customers are named as <see cref="ActivityLog.Add(CustomerActivity)"/> says.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static PurchaseTable FromActivities(
        [NotNull] IEnumerable<CustomerActivity> activities, DateTimeOffset asOf, PurchaseOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var log = new ActivityLog();
        foreach (CustomerActivity activity in activities)
        {
            cancellationToken.ThrowIfCancellationRequested();
            log.Add(activity ?? throw NullAt(log.Count, nameof(activities)));
        }

        return From(log, asOf, options, cancellationToken);
    }

    /// <summary>Sums up what customers bought up to a moment, from activities as they come.</summary>
    /// <param name="activities">The activities, each once. Those of other types than <see cref="ActivityTypes.Purchase"/> only make their customer known.</param>
    /// <param name="asOf">The moment: nothing after it counts, in the rows or in the report.</param>
    /// <param name="options">How activities become purchases; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table. Customers are named as <see cref="ActivityLog.Add(CustomerActivity)"/> says.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static async Task<PurchaseTable> FromActivitiesAsync(
        [NotNull] IAsyncEnumerable<CustomerActivity> activities, DateTimeOffset asOf, PurchaseOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        PurchaseOptions usable = Checked(options);
        var log = new ActivityLog();
        await foreach (CustomerActivity activity in activities.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            log.Add(activity ?? throw NullAt(log.Count, nameof(activities)));
        }

        return From(log, asOf, usable, cancellationToken);
    }

    /// <summary>Makes a table of rows that a host summed up itself, such as by a query.</summary>
    /// <param name="customers">The rows in any order, at least one, all of one day and currency.</param>
    /// <returns>The table. Its report counts each order as one purchase.</returns>
    /// <exception cref="ArgumentException">There is no row, two have the same customer, days or currencies differ, or a row cannot be: its days the wrong way round, or without orders or days.</exception>
    public static PurchaseTable FromSummaries([NotNull] IEnumerable<PurchaseSummary> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        PurchaseSummary[] rows = [.. customers];
        int nothing = Array.IndexOf(rows, null);
        if (nothing >= 0)
        {
            throw NullAt(nothing, nameof(customers));
        }

        Array.Sort(rows, static (left, right) => string.CompareOrdinal(left.Customer, right.Customer));
        PurchaseColumns columns = SummaryColumns.Of(rows);
        long orders = rows.Sum(static row => (long)row.Orders);
        return new PurchaseTable(rows[0].AsOfDay, rows[0].Currency, columns, new PurchaseReport(orders, 0, 0, 0, 0, 0, [], 0) { Orders = orders }, []);
    }

    private static ArgumentException NullAt(int place, string parameter) => new(FormattableString.Invariant($"Element {place + 1} is null. Leave it out."), parameter);

    internal static PurchaseOptions Checked(PurchaseOptions? options)
    {
        options ??= new PurchaseOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new PurchaseOptionsValidator(), new PurchaseOptionsRules());
        return options.Copy();
    }

    internal static PurchaseTable Make(IPurchaseSource source, DateTimeOffset asOf, PurchaseOptions options, CancellationToken cancellationToken, IPurchaseVisitor? visitor = null)
    {
        ParallelOptions parallel = FixedChunks.Parallel(options.MaxDegreeOfParallelism, cancellationToken);
        var settings = new PurchaseSettings(options, options.Currency ?? Commonest(source.CountCurrencies(options.KeepZeroAmounts, parallel)));
        (PurchaseColumns columns, PurchaseReport report) = PurchaseWork.Do(source, settings, parallel, visitor);
        List<string> empty = columns.RemoveEmpty();
        var asOfDay = DateOnly.FromDayNumber(settings.Days.DayOf(asOf.UtcTicks));
        return new PurchaseTable(asOfDay, settings.Currency, columns, report, options.KeepCustomersWithoutPurchases ? ValueList.From(empty) : []);
    }

    private static string Commonest(IReadOnlyDictionary<string, long> currencies) => currencies
        .OrderByDescending(static currency => currency.Value)
        .ThenBy(static currency => currency.Key, StringComparer.Ordinal)
        .Select(static currency => currency.Key)
        .FirstOrDefault(Money.NoCurrency);
}
