namespace CustomerInsight.Models;

/// <summary>How many customers a segment has and what they brought.</summary>
/// <param name="Segment">The segment's name.</param>
/// <param name="Customers">How many customers.</param>
/// <param name="CustomerShare">Their share of all scored customers, in [0, 1].</param>
/// <param name="Revenue">Their revenue.</param>
/// <param name="RevenueShare">Its share of all revenue, in [0, 1]; 0 where there is no revenue at all.</param>
public sealed record SegmentSummary(string Segment, int Customers, double CustomerShare, decimal Revenue, double RevenueShare)
{
    internal static ValueList<SegmentSummary> Of(ValueList<RfmScore> scores, IReadOnlyList<string> order)
    {
        var groups = scores.GroupBy(static score => score.Segment.Name, StringComparer.Ordinal).ToDictionary(static group => group.Key, StringComparer.Ordinal);
        decimal total = scores.Sum(static score => score.Purchases.Revenue);
        IEnumerable<string> names = order.Concat(groups.Keys.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
        return ValueList.From(names.Select(name =>
        {
            int customers = groups.TryGetValue(name, out IGrouping<string, RfmScore>? group) ? group.Count() : 0;
            decimal revenue = group?.Sum(static score => score.Purchases.Revenue) ?? 0;
            return new SegmentSummary(name, customers, scores.Count == 0 ? 0 : (double)customers / scores.Count, revenue, total == 0 ? 0 : (double)(revenue / total));
        }));
    }
}
