namespace CustomerInsight;

/// <summary>The library's survivorship rules. Chain them: <c>Survivorship.MostRecent.Then(Survivorship.SourcePriority)</c>.</summary>
/// <remarks>Where a rule and those chained to it cannot tell contenders apart, the first in the canonical order of record keys survives.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Survivorship
{
    /// <summary>Gets the rule that prefers the record observed last; one without a time counts as oldest.</summary>
    public static RankedSurvivorshipRule MostRecent { get; } = new ComparisonRule(
        "most recent", static (left, right) => Nullable.Compare(left.Record.ObservedAt, right.Record.ObservedAt));

    /// <summary>Gets the rule that prefers the record observed first; one without a time counts as newest.</summary>
    public static RankedSurvivorshipRule Oldest { get; } = new ComparisonRule("oldest", CompareAge);

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

    /// <summary>Makes the rule that prefers the record of the highest quality: how complete, recent, trusted and valid it is.</summary>
    /// <param name="weights">What counts how much; null for the defaults. <see cref="QualityWeights.Scores"/> gives the formula and the scores.</param>
    /// <returns>The rule. Scores that differ by less than a billionth are a tie. Cost: linear in the contenders.</returns>
    public static RankedSurvivorshipRule QualityWeighted(QualityWeights? weights = null) => new QualityRule(weights ?? new QualityWeights());

    /// <summary>Makes a rule of the host's own: which of two records should rather survive.</summary>
    /// <param name="name">The rule's name, which lineage names.</param>
    /// <param name="compare">Above 0 for the first, below 0 for the second, 0 for a tie. A total order, as for sorting; pure, and safe from many threads.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static RankedSurvivorshipRule Custom(string name, Comparison<Contender> compare)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(compare);
        return new ComparisonRule(name, compare);
    }

    /// <summary>Makes a rule of the host's own: the record with the highest score survives.</summary>
    /// <param name="name">The rule's name, which lineage names.</param>
    /// <param name="score">Scores a record's say; what is not a number comes last. Pure, and safe from many threads; called twice for each contender.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static RankedSurvivorshipRule Custom(string name, Func<Contender, double> score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return Custom(name, (left, right) => score(left).CompareTo(score(right)));
    }

    private static int CompareAge(Contender left, Contender right) => (left.Record.ObservedAt, right.Record.ObservedAt) switch
    {
        ({ } one, { } other) => other.CompareTo(one),
        (null, null) => 0,
        (null, _) => -1,
        _ => 1,
    };

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
