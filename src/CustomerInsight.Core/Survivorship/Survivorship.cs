namespace CustomerInsight;

/// <summary>The library's survivorship rules. Chain them: <c>Survivorship.MostRecent.Then(Survivorship.SourcePriority)</c>.</summary>
/// <remarks>Where a rule and those chained to it cannot tell contenders apart, the first in the canonical order of record keys survives.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Survivorship
{
    /// <summary>Gets the rule that prefers the record observed last; one without a time counts as oldest.</summary>
    public static RankedSurvivorshipRule MostRecent { get; } = new ComparisonRule(
        "most recent", static (left, right, _) => Nullable.Compare(left.Record.ObservedAt, right.Record.ObservedAt));

    /// <summary>Gets the rule that prefers the record of the source trusted most: the one of the lowest rank.</summary>
    public static RankedSurvivorshipRule SourcePriority { get; } = new ComparisonRule(
        "source priority", static (left, right, _) => right.TrustRank.CompareTo(left.TrustRank));

    /// <summary>Gets the rule that prefers the record which fills most fields of the group; values that a standardizer rejected do not count.</summary>
    public static RankedSurvivorshipRule Fullest { get; } = new ComparisonRule(
        "fullest", static (left, right, _) => Filled(left).CompareTo(Filled(right)));

    /// <summary>Gets the rule that prefers the record which fills most fields of the group and, among those, most fields at all.</summary>
    public static RankedSurvivorshipRule MostComplete { get; } = new ComparisonRule(
        "most complete",
        static (left, right, contenders) => Fullest.Compare(left, right, contenders) is not 0 and int order ? order : left.FilledFields.CompareTo(right.FilledFields));

    /// <summary>Gets the rule that prefers what most records say, by the values' standardized form. Cost: quadratic in the contenders.</summary>
    public static RankedSurvivorshipRule MostFrequent { get; } = new ComparisonRule(
        "most frequent", static (left, right, contenders) => Frequency(left, contenders).CompareTo(Frequency(right, contenders)));

    /// <summary>Gets the rule that prefers the longest values, counted in characters of their standardized form.</summary>
    public static RankedSurvivorshipRule Longest { get; } = new ComparisonRule(
        "longest", static (left, right, _) => Length(left).CompareTo(Length(right)));

    private static int Filled(Contender contender)
    {
        int filled = 0;
        foreach (AttributeValues values in contender.Standardized)
        {
            filled += values.IsNone ? 0 : 1;
        }

        return filled;
    }

    private static int Frequency(Contender contender, IReadOnlyList<Contender> contenders)
    {
        int count = 0;
        foreach (Contender other in contenders)
        {
            count += SayTheSame(contender, other) ? 1 : 0;
        }

        return count;
    }

    private static bool SayTheSame(Contender left, Contender right)
    {
        for (int i = 0; i < left.Values.Count; i++)
        {
            if (Comparable(left, i) != Comparable(right, i))
            {
                return false;
            }
        }

        return true;
    }

    private static long Length(Contender contender)
    {
        long length = 0;
        for (int i = 0; i < contender.Values.Count; i++)
        {
            foreach (string value in Comparable(contender, i))
            {
                length += value.Length;
            }
        }

        return length;
    }

    // A value that the standardizer rejected has no standardized form; two of them are the same only if written the same.
    private static AttributeValues Comparable(Contender contender, int field) =>
        contender.Standardized[field].IsNone ? contender.Values[field] : contender.Standardized[field];
}
