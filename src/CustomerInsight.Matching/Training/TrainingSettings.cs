using System.Collections.Frozen;

namespace CustomerInsight.Matching;

/// <summary>What <see cref="MatchTrainer"/> learns from beside the records themselves, and by which procedure.</summary>
/// <threadsafety>Safe from many threads; immutable.</threadsafety>
public sealed record TrainingSettings
{
    /// <summary>Gets a value indicating whether to train as Splink does, instead of the library's own procedure.</summary>
    /// <value>
    /// False. True: two classes only, no judging of sessions, copies of a record count. Each session begins with what earlier ones taught (at first 0.95
    /// for the strongest level) and with λ times the weight of the levels that its rule makes sure of, and stops when no number changes by
    /// <see cref="Tolerance"/>; m is the median of the sessions. The model is not refined afterwards. With
    /// <see cref="MatchingOptions.PriorStrength"/> 0 and <see cref="MatchingOptions.MostIterations"/> 25 Splink's own numbers come out.
    /// </value>
    public bool Plain { get; init; }

    /// <summary>Gets the largest change of any number at which a session of the plain procedure has settled.</summary>
    /// <value>0.0001. Above 0, at most 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set outside that range.</exception>
    public double Tolerance
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A change above 0 and at most 1 is needed.");
    } = 1e-4;

    /// <summary>Gets single numbers that training never changes.</summary>
    /// <value>None.</value>
    public ValueList<FixedParameter> Fixed { get; init; }

    /// <summary>Gets pairs that people labelled. m of a comparison is counted among those that are matches, where any of them shows a value of it; sessions teach the rest.</summary>
    /// <value>None.</value>
    public ValueList<LabelledPair> Labels { get; init; }

    /// <summary>Gets the attribute that names the entity a record is of, where it is known: records that share its value are matches, and m is counted among them.</summary>
    /// <value>Null. No comparison may read it.</value>
    public string? LabelAttribute { get; init; }

    /// <summary>Gets a value indicating whether u too is counted among the labelled pairs, those that are no matches.</summary>
    /// <value>False: u comes from random pairs, which is better unless the labelled pairs were drawn at random.</value>
    public bool LabelsTeachU { get; init; }

    /// <summary>Gets how common values are where the host knows it better than the records tell, by attribute; of other attributes they are counted.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, TermFrequencies> TermFrequencies { get; init; } = FrozenDictionary<string, TermFrequencies>.Empty;
}
