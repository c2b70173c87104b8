namespace CustomerInsight;

/// <summary>The library's survivorship rules. Chain them: <c>Survivorship.MostRecent.Then(Survivorship.SourcePriority)</c>.</summary>
/// <remarks>Where a rule and those chained to it cannot tell contenders apart, the first in the canonical order of record keys survives.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Survivorship
{
    /// <summary>Gets the rule that prefers the record observed last; one without a time counts as oldest.</summary>
    public static RankedSurvivorshipRule MostRecent { get; } = new ComparisonRule(
        "most recent", static (left, right) => Nullable.Compare(left.Record.ObservedAt, right.Record.ObservedAt));

    /// <summary>Gets the rule that prefers the record of the source trusted most: the one of the lowest rank.</summary>
    public static RankedSurvivorshipRule SourcePriority { get; } = new ComparisonRule(
        "source priority", static (left, right) => right.TrustRank.CompareTo(left.TrustRank));

    /// <summary>Gets the rule that prefers the record which fills most fields of the group; values that a standardizer rejected do not count.</summary>
    public static RankedSurvivorshipRule Fullest { get; } = new ComparisonRule(
        "fullest", static (left, right) => Filled(left).CompareTo(Filled(right)));

    /// <summary>Gets the rule that prefers the record which fills most fields of the group and, among those, most fields at all.</summary>
    public static RankedSurvivorshipRule MostComplete { get; } = new ComparisonRule(
        "most complete", static (left, right) => Filled(left).CompareTo(Filled(right)) is not 0 and int order ? order : left.FilledFields.CompareTo(right.FilledFields));

    /// <summary>Gets the rule that prefers what most records say, by the values' standardized form. Cost: linear in the contenders.</summary>
    public static RankedSurvivorshipRule MostFrequent { get; } = new FrequencyRule();

    /// <summary>Gets the rule that prefers the longest values, counted in characters of their standardized form.</summary>
    public static RankedSurvivorshipRule Longest { get; } = new ComparisonRule(
        "longest", static (left, right) => Length(left).CompareTo(Length(right)));

    private static int Filled(Contender contender)
    {
        int filled = 0;
        foreach (AttributeValues values in contender.Standardized)
        {
            filled += values.IsNone ? 0 : 1;
        }

        return filled;
    }

    private static long Length(Contender contender)
    {
        long length = 0;
        for (int i = 0; i < contender.Values.Count; i++)
        {
            foreach (string value in SayingComparer.Said(contender, i))
            {
                length += value.Length;
            }
        }

        return length;
    }
}
