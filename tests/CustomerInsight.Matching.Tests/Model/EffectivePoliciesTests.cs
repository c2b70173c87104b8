namespace CustomerInsight.Matching.Tests;

public class EffectivePoliciesTests
{
    private static readonly string?[] Zoe = ["Zoe", "Unseld", "1931-02-03", "zoe@unseld.de", "0203000000", "Ulm"];
    private static readonly string?[] Mara = ["Mara", "Quint", "1977-11-09", "mara@quint.it", "0555000000", "Bari"];

    [Fact]
    public void Of_HostAndModel_TheHostWinsByTypeAndWhatEitherBlocksIsBlocked()
    {
        var host = new IdentifierPolicies([new("card", IdentifierStrength.Weak) { BlockedValues = ["1"], MostPerProfile = 3 }, new("mine", IdentifierStrength.Shared)]);
        var model = new IdentifierPolicies([new("card", IdentifierStrength.Unique) { BlockedValues = ["2", "1"] }, new("theirs", IdentifierStrength.Unique) { BlockedValues = ["3"] }]);

        var effective = EffectivePolicies.Of(host, model);

        Assert.Equal(
            [
                new IdentifierPolicy("card", IdentifierStrength.Weak) { BlockedValues = ["1", "2"], MostPerProfile = 3 },
                new IdentifierPolicy("mine", IdentifierStrength.Shared),
                new IdentifierPolicy("theirs", IdentifierStrength.Unique) { BlockedValues = ["3"] },
            ],
            effective.Policies);
    }

    [Theory]
    [InlineData(IdentifierStrength.Strong, null, true)]
    [InlineData(IdentifierStrength.Weak, null, false)]
    [InlineData(IdentifierStrength.Strong, "c1", false)]
    public void Run_AGivenModel_WeighsAndBlocksIdentifiersAsTheHostSays(IdentifierStrength strength, string? blocked, bool linked)
    {
        SourceRecord[] records = [Carded("1", Zoe, "c1"), Carded("2", Mara, "c1")];
        var host = new IdentifierPolicies([new("card", strength) { BlockedValues = blocked is null ? [] : [blocked] }]);

        MatchResult result = Run(records, host, IdentifierPolicies.Default);

        Assert.Equal(linked, result.Clusters.Count == 1);
        Assert.Equal(!linked, result.RulesUsed.Single(static rule => rule.Rule == "same strong identifier").Pairs == 0);
        Assert.Equal(strength, ((MatchModel)result.Model).Identifiers.For("card").Strength);
    }

    [Fact]
    public void Run_AGivenModel_BlocksAndLimitsWhatItsOwnPoliciesDo()
    {
        var model = new IdentifierPolicies([new("card", IdentifierStrength.Unique) { BlockedValues = ["0000"] }]);

        Assert.Equal(2, Run([Carded("1", Zoe, "0000"), Carded("2", Mara, "0000")], IdentifierPolicies.Default, model).Clusters.Count);

        MatchResult two = Run([Carded("1", Zoe, "c1", "c2"), Carded("2", Mara, "c1", "c3")], IdentifierPolicies.Default, model);
        Assert.Equal(ApartReason.Identifier, Assert.Single(two.Vetoes).Reason);
    }

    private static MatchResult Run(SourceRecord[] records, IdentifierPolicies host, IdentifierPolicies model)
    {
        // The rules of a saved model hold the policies it was trained under.
        MatchModel given = new MatchModel(0.001, [], new Dictionary<string, TermFrequencies>(), model, 1).WithBlocking(new BlockingChoice([new(IdentifierRule.Deciding(model), default)], null));
        var stage = new MatchingStage(schema => PeopleDesign.For(schema, host), new MatchingOptions { EveryPairUpTo = 0 }, new PretrainedModel(given));
        return Runs.Of(records, stage: stage).Matches()!;
    }

    private static SourceRecord Carded(string id, string?[] values, params string[] cards) =>
        new(People.Schema, new RecordKey("s", id), People.Record(id, "s", values).Values) { Identifiers = [.. cards.Select(static card => new Identifier("card", "eu", card))] };
}
