namespace CustomerInsight.Models;

/// <summary>What customers of each segment add up to. Sums of several runs of customers are added in their order.</summary>
internal sealed class RfmSegmentSums(int segments)
{
    private readonly int[] _customers = new int[segments];
    private readonly decimal[] _revenue = new decimal[segments];
    private readonly long[] _orders = new long[segments];
    private readonly long[] _days = new long[segments];

    public void Add(int segment, PurchaseTable table, int row)
    {
        PurchaseColumns columns = table.Columns;
        _customers[segment]++;
        _revenue[segment] += columns.Revenue[row];
        _orders[segment] += columns.Orders[row];
        _days[segment] += table.AsOfDay!.Value.DayNumber - columns.LastDay[row];
    }

    public void Add(RfmSegmentSums other)
    {
        for (int segment = 0; segment < segments; segment++)
        {
            _customers[segment] += other._customers[segment];
            _revenue[segment] += other._revenue[segment];
            _orders[segment] += other._orders[segment];
            _days[segment] += other._days[segment];
        }
    }

    public ValueList<RfmSegmentSummary> Summaries(string[] names)
    {
        int customers = _customers.Sum();
        decimal revenue = _revenue.Sum();
        return ValueList.From(names.Select((name, segment) => new RfmSegmentSummary(
            name,
            _customers[segment],
            customers == 0 ? 0 : (double)_customers[segment] / customers,
            _revenue[segment],
            revenue <= 0 ? 0 : (double)_revenue[segment] / (double)revenue)
        {
            MeanDaysSinceLast = Mean(_days[segment], _customers[segment]),
            MeanOrders = Mean(_orders[segment], _customers[segment]),
            MeanRevenue = _customers[segment] == 0 ? null : _revenue[segment] / _customers[segment],
        }));
    }

    private static double? Mean(long sum, int count) => count == 0 ? null : (double)sum / count;
}
