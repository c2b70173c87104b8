namespace CustomerInsight.Matching;

/// <summary>What records are compared by, before anything is learned: comparisons, blocking rules, rules for training.</summary>
/// <remarks><see cref="PeopleDesign"/> makes one for people out of any schema. A trained <see cref="MatchModel"/> is a design with numbers filled in.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record MatchDesign
{
    /// <summary>Gets the comparisons. Their evidence adds up, so two of them should not look at the same fact.</summary>
    public required ValueList<Comparison> Comparisons { get; init; }

    /// <summary>Gets the blocking rules to use, the narrowest first: they are taken in this order while the budget of pairs lasts.</summary>
    public required ValueList<IBlockingRule> BlockingRules { get; init; }

    /// <summary>Gets further rules of which those are used that find the most matches for their pairs, as the data shows, while the budget lasts.</summary>
    /// <value>None. Where nothing is known to match they are taken in order, so the narrowest come first.</value>
    public ValueList<IBlockingRule> CandidateRules { get; init; }

    /// <summary>Gets the parts of which further candidate rules are composed, one to three attributes together.</summary>
    /// <value>None; <see cref="Matching.BlockingParts.For"/> gives those that suit a schema.</value>
    public ValueList<BlockingPart> BlockingParts { get; init; }

    /// <summary>Whether there is anything to choose from.</summary>
    internal bool ChoosesRules => CandidateRules.Count > 0 || BlockingParts.Count > 0;

    /// <summary>Gets rules so strict that nearly every pair they find is a match; from how many they find, the share of matches among all pairs is estimated.</summary>
    public required ValueList<IBlockingRule> DeterministicRules { get; init; }

    /// <summary>Gets the rules whose pairs m is learned from, one session each; a session teaches the comparisons that read none of its attributes.</summary>
    public required ValueList<IBlockingRule> TrainingRules { get; init; }

    /// <summary>Gets the attributes that different people of one household share: address, phone, family name.</summary>
    /// <value>None: households are not told apart from matches.</value>
    public ValueList<string> HouseholdAttributes { get; init; }

    /// <summary>Gets the attributes that some people of one household share and most do not, as twins share the date of birth.</summary>
    /// <value>None. Used only beside <see cref="HouseholdAttributes"/>.</value>
    public ValueList<string> TwinAttributes { get; init; }

    /// <summary>Gets how identifiers are taken.</summary>
    /// <value><see cref="IdentifierPolicies.Default"/>.</value>
    public IdentifierPolicies Identifiers { get; init; } = IdentifierPolicies.Default;

    /// <summary>Gets the values of attributes that count as missing: they are never compared, never find a pair and no frequency is learned from them. Profiles keep them.</summary>
    /// <value>None; <see cref="MatchResult.SharedValues"/> proposes some. They are settings, as the rules below are: no part of a model's file.</value>
    public ValueList<BlockedValue> BlockedValues { get; init; }

    /// <summary>Gets the rules that link whatever two records weigh.</summary>
    /// <value>None.</value>
    public ValueList<MatchRule> MatchRules { get; init; }

    /// <summary>Gets the rules that keep apart whatever two records weigh.</summary>
    /// <value>None.</value>
    public ValueList<NoMatchRule> NoMatchRules { get; init; }

    /// <summary>The design without what reads attributes that a schema lacks.</summary>
    /// <param name="schema">The attributes there are.</param>
    /// <param name="leftOut">The names of the comparisons and rules left out.</param>
    internal MatchDesign Within(RecordSchema schema, out ValueList<string> leftOut)
    {
        bool Has(IEnumerable<string> attributes) => attributes.All(attribute => schema.IndexOf(attribute) >= 0);
        bool Complete(Comparison comparison) => Has(comparison.Attributes) && Has(comparison.Levels.Select(static level => level.TermFrequency).OfType<string>());
        IEnumerable<IBlockingRule> rules = BlockingRules.Concat(CandidateRules).Concat(DeterministicRules).Concat(TrainingRules);
        bool Known(MatchRule rule) => Has(rule.Condition.Attributes) && Has(rule.FoundBy.Attributes);
        leftOut = ValueList.From(Comparisons.Where(comparison => !Complete(comparison)).Select(static comparison => comparison.Name)
            .Concat(rules.Where(rule => !Has(rule.Attributes)).Select(static rule => rule.Name))
            .Concat(MatchRules.Where(rule => !Known(rule)).Select(static rule => rule.Name))
            .Concat(NoMatchRules.Where(rule => !Has(rule.Condition.Attributes)).Select(static rule => rule.Name)).Distinct(StringComparer.Ordinal));
        return leftOut.Count == 0 ? this : this with
        {
            Comparisons = ValueList.From(Comparisons.Where(Complete)),
            BlockingRules = ValueList.From(BlockingRules.Where(rule => Has(rule.Attributes))),
            CandidateRules = ValueList.From(CandidateRules.Where(rule => Has(rule.Attributes))),
            BlockingParts = ValueList.From(BlockingParts.Where(part => Has([part.Attribute]))),
            DeterministicRules = ValueList.From(DeterministicRules.Where(rule => Has(rule.Attributes))),
            TrainingRules = ValueList.From(TrainingRules.Where(rule => Has(rule.Attributes))),
            MatchRules = ValueList.From(MatchRules.Where(Known)),
            NoMatchRules = ValueList.From(NoMatchRules.Where(rule => Has(rule.Condition.Attributes))),
        };
    }

    /// <summary>Says whether a comparison is of something that a household shares.</summary>
    internal bool IsShared(Comparison comparison) => ReadsOnly(comparison, HouseholdAttributes);

    /// <summary>Says whether a comparison is of something that some of a household share.</summary>
    internal bool IsTwins(Comparison comparison) => ReadsOnly(comparison, TwinAttributes);

    private static bool ReadsOnly(Comparison comparison, ValueList<string> attributes) =>
        (comparison.Required.Count > 0 ? comparison.Required : comparison.Attributes).All(attributes.Contains);
}
