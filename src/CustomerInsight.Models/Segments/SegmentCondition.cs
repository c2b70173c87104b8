namespace CustomerInsight.Models;

/// <summary>A condition on the traits of a customer: a question about one trait, or such joined by and, or, not.</summary>
/// <remarks>
/// Conditions are yes or no, never unknown: a question about a missing value is answered with no (other than <see cref="TraitOperator.IsMissing"/>), and not turns that round. So
/// <c>not (country is NL)</c> takes in customers whose country is missing, while <c>country isNot NL</c> does not.
/// </remarks>
/// <example><c>new Trait("orders").AtLeast(3) &amp; (new Trait("last_purchase").MoreThanDaysAgo(90) | !new Trait("country").Is("NL"))</c></example>
/// <threadsafety>Safe from many threads.</threadsafety>
public abstract record SegmentCondition
{
    private protected SegmentCondition()
    {
    }

    /// <summary>Gets the condition that every customer meets.</summary>
    public static SegmentCondition Everyone { get; } = new AllCondition([]);

    /// <summary>Joins conditions that must all hold.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>The joined condition; without conditions every customer meets it.</returns>
    public static AllCondition All(params ReadOnlySpan<SegmentCondition> conditions) => new(ValueList.Create(conditions));

    /// <summary>Joins conditions of which at least one must hold.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>The joined condition.</returns>
    public static AnyCondition Any(params ReadOnlySpan<SegmentCondition> conditions) => new(ValueList.Create(conditions));

    /// <summary>Turns a condition round.</summary>
    /// <param name="condition">The condition that must not hold.</param>
    /// <returns>The new condition.</returns>
    public static NotCondition Not(SegmentCondition condition) => new(condition);

    /// <summary>Asks whether a customer is in another segment of the same set.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <returns>The condition.</returns>
    public static InSegmentCondition InSegment(string segment) => new(segment);

    /// <summary>Joins two conditions that must both hold. Joins of joins become one.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">The other.</param>
    /// <returns>The joined condition.</returns>
    public static SegmentCondition operator &(SegmentCondition left, SegmentCondition right) => new AllCondition([.. PartsOfAll(left), .. PartsOfAll(right)]);

    /// <summary>Joins two conditions of which at least one must hold. Joins of joins become one.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">The other.</param>
    /// <returns>The joined condition.</returns>
    public static SegmentCondition operator |(SegmentCondition left, SegmentCondition right) => new AnyCondition([.. PartsOfAny(left), .. PartsOfAny(right)]);

    /// <summary>Turns a condition round.</summary>
    /// <param name="condition">The condition that must not hold.</param>
    /// <returns>The new condition.</returns>
    public static SegmentCondition operator !(SegmentCondition condition) => new NotCondition(condition);

    /// <summary>Reads a condition of JSON; docs/segments.md tells the shape.</summary>
    /// <param name="json">One node, such as <c>{ "trait": "orders", "atLeast": 3 }</c>.</param>
    /// <returns>The condition, equal to the one written.</returns>
    /// <exception cref="ModelFileException">The text is no condition; the message names each place by its path.</exception>
    public static SegmentCondition FromJson(string json) => SegmentJsonReader.Condition(json);

    /// <summary>Writes the condition as JSON.</summary>
    /// <returns>One indented node.</returns>
    public string ToJson() => SegmentJsonWriter.Condition(this);

    /// <summary>Writes the condition for a person, in the invariant culture.</summary>
    /// <returns>Such as <c>orders is at least 3 and (country is 'NL' or tags has any of 'vip')</c>.</returns>
    public abstract string Describe();

    /// <summary>Writes the condition for a person.</summary>
    /// <returns>The text of <see cref="Describe"/>.</returns>
    public sealed override string ToString() => Describe();

    private protected static string Joined(ValueList<SegmentCondition> conditions, string word) => string.Join(word, conditions.Select(static condition =>
        condition is AllCondition { Conditions.Count: > 1 } or AnyCondition { Conditions.Count: > 1 } ? $"({condition.Describe()})" : condition?.Describe()));

    private static ValueList<SegmentCondition> PartsOfAll(SegmentCondition condition) => condition is AllCondition all ? all.Conditions : [condition];

    private static ValueList<SegmentCondition> PartsOfAny(SegmentCondition condition) => condition is AnyCondition any ? any.Conditions : [condition];
}
