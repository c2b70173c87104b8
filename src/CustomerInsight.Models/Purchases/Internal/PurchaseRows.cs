using System.Collections;

namespace CustomerInsight.Models;

/// <summary>The rows of a table as a list; each is made when it is asked for.</summary>
internal sealed class PurchaseRows(PurchaseColumns columns, DateOnly asOfDay, string currency) : IReadOnlyList<PurchaseSummary>
{
    public int Count => columns.Count;

    public string Currency => currency;

    private DateOnly AsOfDay => asOfDay;

    private PurchaseColumns Columns => columns;

    public PurchaseSummary this[int index] => new(
        columns.Customers[index],
        DateOnly.FromDayNumber(columns.FirstDay[index]),
        DateOnly.FromDayNumber(columns.LastDay[index]),
        asOfDay,
        columns.Orders[index],
        columns.Days[index],
        columns.Revenue[index],
        columns.RepeatRevenue[index],
        currency)
    {
        Habits = columns.Habits?[index],
    };

    public RepeatPattern[] ToPatterns() => columns.ToPatterns(asOfDay.DayNumber);

    public SpendPattern SpendAt(int index) => columns.SpendAt(index);

    public bool SameAs(PurchaseRows other) => this == other || (asOfDay == other.AsOfDay && currency == other.Currency && columns.SameAs(other.Columns));

    public IEnumerator<PurchaseSummary> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
