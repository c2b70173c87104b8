namespace CustomerInsight.Models;

/// <summary>Segments that belong together: they may ask for one another, are kept in one file and evaluated at once.</summary>
/// <param name="Segments">The segments in order.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record SegmentSet(ValueList<SegmentDefinition> Segments)
{
    /// <summary>How deep conditions may be nested.</summary>
    public const int MostDepth = 32;

    /// <summary>How many segments may ask for one another in a chain: the first for the second, that for the third, and so on.</summary>
    public const int MostChain = 16;

    /// <summary>Says what is wrong with the set as it stands, whatever the traits.</summary>
    /// <returns>The problems in the order of the set; none for a sound one.</returns>
    public ValueList<SegmentProblem> Validate() => SegmentValidator.Validate(this, null);

    /// <summary>Says what is wrong with the set for some traits: all that <see cref="Validate()"/> finds, and questions that cannot be asked of these traits.</summary>
    /// <param name="schema">The traits.</param>
    /// <returns>The problems in the order of the set; none for one that can be evaluated.</returns>
    public ValueList<SegmentProblem> Validate(TraitSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return SegmentValidator.Validate(this, schema);
    }
}
