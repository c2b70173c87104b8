namespace CustomerInsight.Matching;

/// <summary>The design for records of people: made of whatever attributes a schema has, by their kinds.</summary>
public static class PeopleDesign
{
    /// <summary>Makes the design for a schema.</summary>
    /// <param name="schema">The attributes of all sources together. Of several attributes of one kind the first counts; address lines count together.</param>
    /// <param name="identifiers">How identifiers are taken; null for the default policies.</param>
    /// <returns>The design; without comparisons where the schema has no kind that people are compared by.</returns>
    public static MatchDesign For(RecordSchema schema, IdentifierPolicies? identifiers = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var fields = new PeopleFields(schema);
        var rules = new PeopleRules(fields);
        return new MatchDesign
        {
            Comparisons = ValueList.From(PeopleComparisons.For(fields)),
            BlockingRules = [],
            CandidateRules = ValueList.From(rules.Candidates()),
            BlockingParts = BlockingParts.For(schema),
            DeterministicRules = ValueList.From(rules.Deterministic()),
            TrainingRules = ValueList.From(rules.Training()),
            HouseholdAttributes = ValueList.From(fields.OfHousehold),
            TwinAttributes = fields.BirthDate is { } birth ? [birth] : [],
            Identifiers = identifiers ?? IdentifierPolicies.Default,
        };
    }
}
