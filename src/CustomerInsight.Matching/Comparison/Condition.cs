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
    public static LevelCondition DaysWithin(string attribute, int days) => DaysWithin(attribute, days, ValuePart.Date);

    /// <summary>Two dates lie near each other that a part of the library reads.</summary>
    internal static LevelCondition DaysWithin(string attribute, int days, ValuePart date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new DaysCondition(attribute, days, date);
    }

    /// <summary>Two dates are the same with day and month swapped.</summary>
    /// <param name="attribute">The attribute's name; of its standardized values those of the form yyyy-MM-dd count that are days of the calendar.</param>
    /// <returns>The condition. It holds for equal dates too: put it below a level of these.</returns>
    public static LevelCondition DayAndMonthSwapped(string attribute) => new DaySwapCondition(attribute);

    /// <summary>Two numbers lie near each other.</summary>
    /// <param name="attribute">The attribute's name; what is no number counts as missing.</param>
    /// <param name="difference">At most how far apart, in the attribute's own unit; at least 0.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="difference"/> is negative or not finite.</exception>
    public static LevelCondition DifferenceWithin(string attribute, double difference) => new DifferenceCondition(attribute, Limit(difference, nameof(difference)), relative: false);

    /// <summary>Two numbers lie near each other for their size: |a − b| ≤ share · max(|a|, |b|).</summary>
    /// <param name="attribute">The attribute's name; what is no number counts as missing.</param>
    /// <param name="share">At most which share of the larger, such as 0.05; from 0 on. From 2 on any two numbers are near.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is negative or not finite.</exception>
    public static LevelCondition RelativeDifferenceWithin(string attribute, double share) => new DifferenceCondition(attribute, Limit(share, nameof(share)), relative: true);

    /// <summary>Two points on the earth lie near each other, by <see cref="GeoDistance"/>.</summary>
    /// <param name="attribute">The attribute's name; its standardized values are a latitude and a longitude in degrees with a comma between them (<see cref="AttributeKind.GeoPoint"/>).</param>
    /// <param name="kilometres">At most how many kilometres apart; 0.1 is a hundred metres. At least 0.</param>
    /// <returns>The condition. A pair costs three multiplications, since the points are made once for each distinct value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kilometres"/> is negative or not finite.</exception>
    public static LevelCondition KilometresWithin(string attribute, double kilometres) => new KilometresCondition(attribute, null, Limit(kilometres, nameof(kilometres)));

    /// <summary>Two points on the earth lie near each other, latitude and longitude being attributes of their own.</summary>
    /// <param name="latitude">The attribute of the latitude in degrees, north positive.</param>
    /// <param name="longitude">The attribute of the longitude in degrees, east positive.</param>
    /// <param name="kilometres">At most how many kilometres apart; 0.1 is a hundred metres. At least 0.</param>
    /// <returns>The condition. Of several values of a record the first count, since nothing says which belong together.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kilometres"/> is negative or not finite.</exception>
    public static LevelCondition KilometresWithin(string latitude, string longitude, double kilometres)
    {
        ArgumentException.ThrowIfNullOrEmpty(longitude);
        return new KilometresCondition(latitude, longitude, Limit(kilometres, nameof(kilometres)));
    }

    /// <summary>The two records share several values of an attribute that may have several.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="atLeast">How many different values, at least 1.</param>
    /// <param name="part">The part of the values that must be shared; null for the whole values. Values of one part count once.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is below 1.</exception>
    public static LevelCondition SharedValues(string attribute, int atLeast, ValuePart? part = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        return new SharedValuesCondition(attribute, atLeast, part ?? ValuePart.Whole);
    }

    /// <summary>The values of the two records are alike as sets.</summary>
    /// <param name="attribute">The attribute's name, of one that may have several values.</param>
    /// <param name="atLeast">From which similarity on, in (0, 1].</param>
    /// <param name="similarity">How the similarity of two sets is measured.</param>
    /// <param name="part">The part of the values that counts; null for the whole values. Values of one part count once.</param>
    /// <returns>The condition. It does not hold where a record has no value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is outside (0, 1], or <paramref name="similarity"/> is none of the four.</exception>
    public static LevelCondition ValueSets(string attribute, double atLeast, SetSimilarity similarity = SetSimilarity.Jaccard, ValuePart? part = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atLeast);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atLeast, 1);
        SetSimilarities.ThrowIfUnknown(similarity);
        return new ValueSetsCondition(attribute, atLeast, similarity, part ?? ValuePart.Whole);
    }

    /// <summary>One text is the beginning of the other: <c>alex</c> and <c>alexander</c>.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="least">How many units the shorter text must have, at least 1.</param>
    /// <param name="part">The part of the values to compare; null for the whole values.</param>
    /// <returns>The condition. It holds for equal texts too, if they have as many units.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="least"/> is below 1.</exception>
    public static LevelCondition Beginning(string attribute, int least = 3, ValuePart? part = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        return new BeginningCondition(attribute, least, part ?? ValuePart.Whole);
    }

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

    private static double Limit(double limit, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit, parameter);
        return double.IsFinite(limit) ? limit : throw new ArgumentOutOfRangeException(parameter, limit, "A finite number is needed.");
    }

    private static LevelCondition[] NotEmpty(LevelCondition[] conditions) =>
        conditions is { Length: > 0 } ? [.. conditions] : throw new ArgumentException("All and Any put conditions together; give at least one.", nameof(conditions));
}
