using System.Collections.Frozen;

namespace CustomerInsight.Matching;

/// <summary>A trained Fellegi–Sunter model: a design with its numbers.</summary>
/// <remarks>
/// The weight of a pair is log2(λ/(1−λ)) plus log2(m/u) of each comparison's level, and, where a level is adjusted for term
/// frequency, log2(u/f), f being how common the shared value is. Where households are told apart, a line of its own takes back what two people
/// of one household share anyway: −log2(1 + Λ·Π h/f), Λ being how many pairs of one household there are for each pair of strangers. Where what
/// strangers agree in depends on another comparison, a line of its own corrects for it: log2(u/u′), u′ being u given the levels of the other.
/// <para>Source: Fellegi and Sunter, "A Theory for Record Linkage", JASA 64, 1969; the frequency adjustment after Winkler, "Frequency-based
/// matching in the Fellegi–Sunter model of record linkage", 1989.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class MatchModel : IMatchModel
{
    /// <summary>Makes a model.</summary>
    /// <param name="matchShare">λ: the share of matches among all pairs, in (0, 1).</param>
    /// <param name="comparisons">The comparisons with their numbers.</param>
    /// <param name="termFrequencies">How common values are, by attribute; a level adjusted by an attribute that is not there stays unadjusted.</param>
    /// <param name="identifiers">How identifiers are taken.</param>
    /// <param name="priorStrength">How many observations the mean frequency is worth when a value's own is estimated; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="matchShare"/> is outside (0, 1), or <paramref name="priorStrength"/> is negative or not finite.</exception>
    /// <exception cref="ArgumentException">A comparison has more or fewer numbers than levels, an m or u is not above 0, or a dependence does not fit the comparisons before it.</exception>
    public MatchModel(
        double matchShare,
        IEnumerable<ComparisonParameters> comparisons,
        IReadOnlyDictionary<string, TermFrequencies> termFrequencies,
        IdentifierPolicies identifiers,
        double priorStrength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(matchShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(matchShare, 1);
        if (priorStrength < 0 || !double.IsFinite(priorStrength))
        {
            throw new ArgumentOutOfRangeException(nameof(priorStrength), priorStrength, "A finite number of 0 or more is needed.");
        }

        ArgumentNullException.ThrowIfNull(termFrequencies);
        ArgumentNullException.ThrowIfNull(identifiers);
        MatchShare = matchShare;
        Comparisons = ValueList.From(comparisons);
        TermFrequencies = termFrequencies;
        Identifiers = identifiers;
        PriorStrength = priorStrength;
        ModelCheck.Check(Comparisons, nameof(comparisons));
    }

    /// <summary>Gets λ: the share of matches among all pairs.</summary>
    public double MatchShare { get; }

    /// <summary>Gets the comparisons with their numbers.</summary>
    public ValueList<ComparisonParameters> Comparisons { get; }

    /// <summary>Gets the share of pairs of different people of one household among all pairs, from 0 to below 1; at 0 households are not told apart.</summary>
    /// <value>0.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 0 or to 1 or more.</exception>
    public double HouseholdShare
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, 1);
            field = value;
        }
    }

    /// <summary>Gets the identifiers that so many records claimed at training that they say nothing; they never link (law L14).</summary>
    /// <value>None.</value>
    public IReadOnlySet<Identifier> HubIdentifiers { get; init; } = FrozenSet<Identifier>.Empty;

    /// <summary>Gets the attributes of the records that the model was trained on, with what standardized them, by name.</summary>
    /// <value>None: a model that was made by hand, or read from another program's file.</value>
    public ValueList<TrainedColumn> TrainedOn { get; init; }

    /// <summary>Gets a value indicating whether personal values were left out when the model was saved: how common values and words are, and hub and blocked identifiers.</summary>
    /// <value>False.</value>
    public bool LacksValues { get; internal init; }

    /// <summary>Gets the blocking rules that were chosen when the model was trained, and what is done with their blocks over the limit; null for a model without, for which they are chosen anew.</summary>
    /// <value>Null.</value>
    public BlockingChoice? Blocking { get; private set; }

    /// <summary>Gets how common values are, by attribute.</summary>
    public IReadOnlyDictionary<string, TermFrequencies> TermFrequencies { get; private set; }

    /// <summary>Gets how identifiers are taken.</summary>
    public IdentifierPolicies Identifiers { get; private set; }

    /// <summary>Gets how many observations the mean frequency is worth when a value's own is estimated.</summary>
    public double PriorStrength { get; }

    /// <summary>Gets the weight before looking: log2(λ/(1−λ)).</summary>
    public double PriorWeight => Math.Log2(MatchShare / (1 - MatchShare));

    /// <summary>Gets the attributes that a level is adjusted by for how common the value is.</summary>
    public IEnumerable<string> FrequencyAttributes =>
        Comparisons.SelectMany(static comparison => comparison.Comparison.Levels).Select(static level => level.TermFrequency).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The same model with other term frequencies.</summary>
    /// <param name="termFrequencies">How common values are, by attribute.</param>
    /// <returns>A new model; this one stays as it is.</returns>
    public MatchModel WithTermFrequencies(IReadOnlyDictionary<string, TermFrequencies> termFrequencies)
    {
        ArgumentNullException.ThrowIfNull(termFrequencies);
        var copy = (MatchModel)MemberwiseClone();
        copy.TermFrequencies = termFrequencies;
        return copy;
    }

    /// <summary>The same model with the term frequencies of a table: how many of its records have each value, copies counted too.</summary>
    /// <param name="table">The records.</param>
    /// <returns>A new model; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The records lack an attribute of <see cref="FrequencyAttributes"/>.</exception>
    public MatchModel WithTermFrequenciesOf(StandardizedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return WithTermFrequencies(FrequencyAttributes.ToDictionary(static attribute => attribute, attribute => Matching.TermFrequencies.Of(table, attribute), StringComparer.Ordinal));
    }

    /// <summary>The same model with the pairs that it compares.</summary>
    /// <param name="blocking">The rules.</param>
    /// <returns>A new model.</returns>
    public MatchModel WithBlocking(BlockingChoice blocking)
    {
        ArgumentNullException.ThrowIfNull(blocking);
        var copy = (MatchModel)MemberwiseClone();
        copy.Blocking = blocking;
        return copy;
    }

    /// <summary>The same model, said to be trained on some attributes.</summary>
    internal MatchModel WithTrainedOn(ValueList<TrainedColumn> columns) =>
        new(MatchShare, Comparisons, TermFrequencies, Identifiers, PriorStrength) { HouseholdShare = HouseholdShare, HubIdentifiers = HubIdentifiers, TrainedOn = columns, LacksValues = LacksValues, Blocking = Blocking };

    /// <summary>The same model with identifiers taken in another way, by its blocking rules too.</summary>
    internal MatchModel WithIdentifiers(IdentifierPolicies identifiers)
    {
        var copy = (MatchModel)MemberwiseClone();
        copy.Identifiers = identifiers;
        copy.Blocking = Blocking is null ? null : Blocking with
        {
            Rules = ValueList.From(Blocking.Rules.Select(chosen => chosen.Rule is IdentifierRule rule ? chosen with { Rule = rule.With(identifiers) } : chosen)),
        };
        return copy;
    }

    /// <inheritdoc/>
    public IPairScoring Prepare(StandardizedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ModelScoring(this, table);
    }
}
