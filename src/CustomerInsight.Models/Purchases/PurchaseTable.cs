namespace CustomerInsight.Models;

/// <summary>One row for each customer with a purchase, all in one currency and as of one day.</summary>
/// <remarks>The rows are kept as columns and each is made when it is asked for. Nothing after the as-of moment is in the rows or in the report.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class PurchaseTable : IEquatable<PurchaseTable>
{
    private readonly PurchaseColumns _columns;

    private PurchaseTable(DateOnly? asOfDay, string currency, PurchaseColumns columns, PurchaseReport report, ValueList<string> withoutPurchases)
    {
        AsOfDay = asOfDay;
        Currency = currency;
        _columns = columns;
        Customers = new PurchaseRows(columns, asOfDay ?? default, currency);
        Report = report;
        WithoutPurchases = withoutPurchases;
    }

    /// <summary>Gets the table of a run without activities.</summary>
    public static PurchaseTable Empty { get; } = new(null, Money.NoCurrency, new PurchaseColumns([], habits: false), new PurchaseReport(0, 0, 0, 0, 0, 0, [], 0), []);

    /// <summary>Gets the day the rows look from; null where there was no activity at all.</summary>
    public DateOnly? AsOfDay { get; }

    /// <summary>Gets the currency of all amounts; <see cref="Money.NoCurrency"/> where there was none.</summary>
    public string Currency { get; }

    /// <summary>Gets the rows in ordinal order of the customer. Each is made anew when it is asked for: keep the row, not the list, in a loop that reads it often.</summary>
    public IReadOnlyList<PurchaseSummary> Customers { get; }

    /// <summary>Gets the customers who are known but have no purchase that counts, in ordinal order; empty unless <see cref="PurchaseOptions.KeepCustomersWithoutPurchases"/>.</summary>
    public ValueList<string> WithoutPurchases { get; }

    /// <summary>Gets what was left out, netted and converted.</summary>
    public PurchaseReport Report { get; }

    internal PurchaseColumns Columns => _columns;

    /// <summary>Finds a customer's row.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The row, or null for a customer without purchases. Time O(log n).</returns>
    public PurchaseSummary? Find(string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int row = OrdinalSearch.IndexOf(_columns.Customers, customer);
        return row < 0 ? null : Customers[row];
    }

    /// <summary>Compares day, currency, rows, report and customers without purchases.</summary>
    /// <param name="other">The other table.</param>
    /// <returns>True where all are equal. Time O(n).</returns>
    public bool Equals(PurchaseTable? other) =>
        other is not null && AsOfDay == other.AsOfDay && Currency == other.Currency && Report == other.Report
        && WithoutPurchases == other.WithoutPurchases && _columns.SameAs(other._columns);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PurchaseTable);

    /// <summary>Compares two tables.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they are equal. Time O(n).</returns>
    public static bool operator ==(PurchaseTable? left, PurchaseTable? right) => Equals(left, right);

    /// <summary>Compares two tables.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ. Time O(n).</returns>
    public static bool operator !=(PurchaseTable? left, PurchaseTable? right) => !Equals(left, right);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AsOfDay, Currency, Report, _columns.Count);

    /// <summary>Says how much there is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"purchases of {_columns.Count:#,0} customers in {Currency} as of {AsOfDay:yyyy-MM-dd}");
}
