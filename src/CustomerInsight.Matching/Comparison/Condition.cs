namespace CustomerInsight.Matching;

/// <summary>Makes the conditions of comparison levels. Every condition is symmetric in the two records (law L2).</summary>
/// <remarks>
/// Where an attribute has several values, a condition holds when it holds for any pair of them. Similarity and typing errors are counted over the
/// first 256 characters.
/// </remarks>
public static partial class Condition
{
    /// <summary>The two records share a value.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="part">The part of the value that must be shared; null for the whole value.</param>
    /// <returns>The condition.</returns>
    public static LevelCondition Same(string attribute, ValuePart? part = null) => new SameCondition(attribute, part ?? ValuePart.Whole);

    /// <summary>Two values are alike.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="comparator">Says how alike.</param>
    /// <param name="atLeast">From which similarity on, in (0, 1].</param>
    /// <param name="part">The part of the values to compare; null for the whole values.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is outside (0, 1].</exception>
    public static LevelCondition Similar(string attribute, IComparator comparator, double atLeast, ValuePart? part = null)
    {
        ArgumentNullException.ThrowIfNull(comparator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atLeast);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atLeast, 1);
        return new SimilarCondition(attribute, part ?? ValuePart.Whole, comparator, atLeast);
    }

    /// <summary>Two values are a few typing errors apart.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="edits">At most how many edits, at least 1.</param>
    /// <param name="part">The part of the values to compare; null for the whole values.</param>
    /// <param name="kind">What counts as one edit.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="edits"/> is below 1, or <paramref name="kind"/> is none of the three.</exception>
    public static LevelCondition EditsWithin(string attribute, int edits, ValuePart? part = null, EditKind kind = EditKind.Osa)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(edits, 1);
        EditDistance.ThrowIfUnknown(kind);
        return new EditsCondition(attribute, part ?? ValuePart.Whole, edits, kind);
    }

    /// <summary>Two dates lie near each other.</summary>
    /// <param name="attribute">The attribute's name; of its standardized values those of the form yyyy-MM-dd count that are days of the calendar.</param>
    /// <param name="days">At most how many days apart, at least 1.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is below 1.</exception>
    public static LevelCondition DaysWithin(string attribute, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new DaysCondition(attribute, days);
    }

    /// <summary>Two dates are the same with day and month swapped.</summary>
    /// <param name="attribute">The attribute's name; of its standardized values those of the form yyyy-MM-dd count that are days of the calendar.</param>
    /// <returns>The condition.</returns>
    public static LevelCondition DayAndMonthSwapped(string attribute) => new DaySwapCondition(attribute);

    /// <summary>What one record has in the first field, the other has in the second, both ways round where both are filled.</summary>
    /// <param name="first">One attribute, such as the given name.</param>
    /// <param name="second">The other, such as the family name.</param>
    /// <returns>The condition.</returns>
    public static LevelCondition Crossed(string first, string second) => new CrossedCondition(first, second);

    /// <summary>At least one of the two records has no value.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="part">The part of the values that must be there; null for the whole values.</param>
    /// <returns>The condition. On a silent level it says which pairs a comparison says nothing about.</returns>
    public static LevelCondition Missing(string attribute, ValuePart? part = null) => new MissingCondition(attribute, part ?? ValuePart.Whole);

    /// <summary>All of several conditions hold.</summary>
    /// <param name="conditions">The conditions, at least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">There is no condition.</exception>
    public static LevelCondition All(params LevelCondition[] conditions) => new AllCondition(NotEmpty(conditions));

    /// <summary>At least one of several conditions holds.</summary>
    /// <param name="conditions">The conditions, at least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">There is no condition.</exception>
    public static LevelCondition Any(params LevelCondition[] conditions) => new AnyCondition(NotEmpty(conditions));

    /// <summary>A condition does not hold.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The condition.</returns>
    public static LevelCondition Not(LevelCondition condition) => new NotCondition(condition);

    private static LevelCondition[] NotEmpty(LevelCondition[] conditions) =>
        conditions is { Length: > 0 } ? [.. conditions] : throw new ArgumentException("All and Any put conditions together; give at least one.", nameof(conditions));
}
