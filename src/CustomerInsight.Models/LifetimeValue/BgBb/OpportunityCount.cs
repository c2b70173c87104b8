namespace CustomerInsight.Models;

/// <summary>How many customers have the same pattern.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Customers">How many. At least 0.</param>
public readonly record struct OpportunityCount(OpportunityPattern Pattern, int Customers)
{
    /// <summary>Counts equal patterns.</summary>
    /// <param name="patterns">One pattern for each customer, in any order.</param>
    /// <returns>The distinct patterns in order of repeats, last opportunity and opportunities. Time O(n).</returns>
    public static ValueList<OpportunityCount> Of(IEnumerable<OpportunityPattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return ValueList.From(Merge(patterns.Select(static pattern => new OpportunityCount(pattern, 1))));
    }

    internal static IEnumerable<OpportunityCount> Merge(IEnumerable<OpportunityCount> counts) => counts
        .GroupBy(static count => count.Pattern, static count => count.Customers)
        .Select(static group => new OpportunityCount(group.Key, CustomerTotal.Of(group, nameof(counts))))
        .OrderBy(static count => count.Pattern.Repeats)
        .ThenBy(static count => count.Pattern.LastOpportunity)
        .ThenBy(static count => count.Pattern.Opportunities);
}
