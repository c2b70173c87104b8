using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>People matched as Splink was set up to match them when it was measured: its comparisons, blocking rules, training and clusters, nothing of ours but the speed.</summary>
internal static class SplinkProcedure
{
    private const string Given = "first_name";
    private const string Family = "surname";
    private const string Birth = "dob";
    private const string City = "city";
    private const string Email = "email";
    private const string Phone = "phone";
    private const int Month = 30;
    private const int Year = 365;

    /// <summary>Makes the stage.</summary>
    /// <param name="wide">Whether nine blocking rules are used instead of six.</param>
    /// <param name="constraints">What holds whatever the evidence.</param>
    /// <param name="linkMode">Which records are compared.</param>
    /// <returns>The stage, for files with the columns first_name, surname, dob, city, email and phone.</returns>
    public static MatchingStage Stage(bool wide, MatchConstraints constraints, LinkMode linkMode) => new(
        _ => new MatchDesign
        {
            Comparisons = [Name(Given), Name(Family), DateOfBirth, Exact(City), EmailAddress, PhoneNumber],
            BlockingRules = ValueList.From<IBlockingRule>(wide ? [.. Narrow, .. Further] : Narrow),
            DeterministicRules = [BlockingRule.On(Given, Family, Birth), BlockingRule.On(Email), BlockingRule.On(Phone, Given)],
            TrainingRules = [BlockingRule.On(Birth), BlockingRule.On(Given, Family)],
        },
        new MatchingOptions { PairsPerRecord = 10_000, LargestBlock = 100_000, LargestCluster = 1_000_000, RandomPairs = 5_000_000, LinkProbability = 0.95, PriorStrength = 0, MostIterations = 25, LinkMode = linkMode },
        trainer: new MatchTrainer(new TrainingSettings { Plain = true }),
        clusterer: new ConnectedComponents(),
        constraints: constraints);

    private static BlockingRule[] Narrow =>
    [
        BlockingRule.On(Given, Family),
        BlockingRule.On(Family, Birth),
        BlockingRule.On(Given, Birth),
        BlockingRule.On(Email),
        BlockingRule.On(Phone),
        BlockingRule.On(Birth, City),
    ];

    private static BlockingRule[] Further =>
    [
        BlockingRule.On(new BlockingPart(Given, ValuePart.Prefix(1)), Family),
        BlockingRule.On(new BlockingPart(Given, ValuePart.Prefix(3)), new BlockingPart(Birth, ValuePart.Year), new BlockingPart(Family, ValuePart.Prefix(1))),
        BlockingRule.On(Given, new BlockingPart(Family, ValuePart.Prefix(3))),
    ];

    /// <summary>A date that is none counts as missing.</summary>
    private static Comparison DateOfBirth => Make(
        Birth,
        new("none", Condition.Missing(Birth, ValuePart.Date)) { IsSilent = true },
        Same(Birth) with { TermFrequency = null },
        new("one edit", Condition.EditsWithin(Birth, 1, kind: EditKind.DamerauLevenshtein)),
        new("within a month", Condition.DaysWithin(Birth, Month)),
        new("within a year", Condition.DaysWithin(Birth, Year)),
        new("within ten years", Condition.DaysWithin(Birth, 10 * Year)));

    private static Comparison EmailAddress => Make(
        Email,
        Same(Email),
        new("same user part", Condition.Same(Email, ValuePart.EmailUser)),
        Alike(Email, 0.88),
        Alike(Email, 0.88, ValuePart.EmailUser));

    private static Comparison PhoneNumber => Make(
        Phone,
        Same(Phone) with { TermFrequency = null },
        new("one edit", Condition.EditsWithin(Phone, 1, kind: EditKind.Levenshtein)),
        new("two edits", Condition.EditsWithin(Phone, 2, kind: EditKind.Levenshtein)));

    private static Comparison Name(string attribute) => Make(attribute, Same(attribute), Alike(attribute, 0.92), Alike(attribute, 0.88), Alike(attribute, 0.7));

    private static Comparison Exact(string attribute) => Make(attribute, Same(attribute));

    private static Comparison Make(string attribute, params ComparisonLevel[] levels) => new(attribute, [attribute], levels);

    private static ComparisonLevel Same(string attribute) => new("same", Condition.Same(attribute)) { TermFrequency = attribute };

    private static ComparisonLevel Alike(string attribute, double atLeast, ValuePart? part = null) =>
        new(FormattableString.Invariant($"Jaro-Winkler of {(part is null ? "all" : part.Name)} from {atLeast}"), Condition.Similar(attribute, Comparators.JaroWinkler, atLeast, part));
}
