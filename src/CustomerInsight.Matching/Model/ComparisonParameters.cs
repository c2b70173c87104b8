namespace CustomerInsight.Matching;

/// <summary>The numbers of one comparison.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Levels">One entry a level in the ladder's order, "different" last; m and u each add up to 1.</param>
public sealed record ComparisonParameters(Comparison Comparison, ValueList<LevelParameters> Levels)
{
    /// <summary>Gets how what strangers agree in depends on other comparisons, or null where it does not.</summary>
    /// <value>Null.</value>
    public ChanceDependence? Dependence { get; init; }
}
