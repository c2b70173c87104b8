namespace CustomerInsight.Matching;

/// <summary>How one attribute (or a few that belong together) of two records is compared: an ordered ladder of levels.</summary>
/// <remarks>
/// The first level that holds counts; below the last one stands a level "different" of its own. Where an attribute of
/// <see cref="Required"/> is missing in either record the comparison says nothing: 0 bits, never a match.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class Comparison
{
    /// <summary>The name of the level below the last.</summary>
    public const string Different = "different";

    /// <summary>Makes a comparison.</summary>
    /// <param name="name">Its name, which explanations use, such as <c>given name</c>.</param>
    /// <param name="required">The attributes that both records must have; none where a silent level says by <see cref="Condition.Missing"/> when nothing can be said.</param>
    /// <param name="levels">The ladder, the strongest level first.</param>
    /// <exception cref="ArgumentException">There is no level, or neither a required attribute nor a silent level.</exception>
    public Comparison(string name, IEnumerable<string> required, IEnumerable<ComparisonLevel> levels)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Required = ValueList.From(required);
        Levels = ValueList.From(levels);
        if (Levels.Count == 0 || (Required.Count == 0 && !Levels.Any(static level => level.IsSilent)))
        {
            throw new ArgumentException($"Comparison '{name}' has {Required.Count} required attributes and {Levels.Count} levels. Give it a level, and an attribute or a silent level that says when it cannot be compared.", nameof(levels));
        }
    }

    /// <summary>Gets the comparison's name.</summary>
    public string Name { get; }

    /// <summary>Gets the attributes that both records must have.</summary>
    public ValueList<string> Required { get; }

    /// <summary>Gets the ladder without the last level, "different".</summary>
    public ValueList<ComparisonLevel> Levels { get; }

    /// <summary>Gets every attribute that the comparison reads.</summary>
    public IEnumerable<string> Attributes =>
        Required.Concat(Levels.SelectMany(static level => level.Condition.Attributes)).Distinct(StringComparer.Ordinal);

    /// <summary>Gives the name of a level.</summary>
    /// <param name="level">Its position: from 0 to the count of <see cref="Levels"/>, which stands for "different".</param>
    /// <returns>The name.</returns>
    public string LevelName(int level) => level < Levels.Count ? Levels[level].Name : Different;
}
