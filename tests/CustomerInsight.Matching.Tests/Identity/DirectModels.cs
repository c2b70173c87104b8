namespace CustomerInsight.Matching.Tests;

/// <summary>Models with made-up numbers over everything that people are compared by.</summary>
internal static class DirectModels
{
    private static readonly Comparison[] Odd =
    [
        new("none required", [], [new("unsaid", Condition.Missing("email")) { IsSilent = true }, new("same", Condition.Same("email")), new("alike", Condition.Similar("email", Comparators.JaroWinkler, 0.7)) { TermFrequency = "given" }]),
        new("two required", ["email", "phone"], [new("same", Condition.All(Condition.Same("email"), Condition.Same("phone"))) { TermFrequency = "phone" }, new("either", Condition.Any(Condition.Same("email"), Condition.EditsWithin("phone", 2)))]),
        new("part first", ["birth"], [new("year", Condition.Same("birth", ValuePart.Year)) { TermFrequency = "birth" }, new("near", Condition.DaysWithin("birth", 400)) { IsSilent = true }]),
        new("values", ["given"], [new("all", Condition.ValueSets("given", 1)) { TermFrequency = "given" }, new("one", Condition.SharedValues("given", 1)) { TermFrequency = "given", TermFrequencyWeight = 0.5, LeastFrequency = 0.05 }]),
        new("place", ["latitude", "longitude"], [new("near", Condition.KilometresWithin("latitude", "longitude", 5))]),
    ];

    public static MatchModel Random(RecordSchema schema, ulong seed)
    {
        var random = new SeededRandom(seed);
        MatchDesign design = PeopleDesign.For(schema);
        Comparison[] comparisons = [.. design.Comparisons.Concat(Odd).Where(_ => random.Next(2) == 0)];
        var parameters = new List<ComparisonParameters>();
        foreach (Comparison comparison in comparisons)
        {
            int levels = comparison.Levels.Count + 1;
            double[] m = Shares(random, levels);
            double[] u = Shares(random, levels);
            parameters.Add(new ComparisonParameters(comparison, ValueList.From(m.Select((value, level) => new LevelParameters(comparison.LevelName(level), value, u[level])
            {
                H = random.Next(3) == 0 ? value : null,
                Agreement = random.Next(3) == 0 ? Math.Min(1, u[level] * 1.1) : null,
            })))
            {
                Dependence = parameters.Count > 0 && random.Next(3) == 0 ? Dependence(random, parameters[random.Next(parameters.Count)], levels) : null,
            });
        }

        var frequencies = new Dictionary<string, TermFrequencies>();
        foreach (string attribute in comparisons.SelectMany(static comparison => comparison.Levels).Select(static level => level.TermFrequency).OfType<string>().Distinct().Where(_ => random.Next(4) > 0))
        {
            string[] values = ["ann", "bob", "lee", "小明", "ann@a.com", "1980-04-05", "+447700900123", "acme ltd"];
            frequencies.Add(attribute, new TermFrequencies(random.Next(40), values.Where(_ => random.Next(2) == 0).Select(value => KeyValuePair.Create(value, 2 + random.Next(20)))));
        }

        return new MatchModel(0.01, parameters, frequencies, random.Next(2) == 0 ? DirectPeople.Policies : new IdentifierPolicies([new("device", IdentifierStrength.Weak)]), random.Next(2) * 3)
        {
            HouseholdShare = random.Next(2) * 0.01,
            HubIdentifiers = random.Next(2) == 0 ? new HashSet<Identifier> { new("device", "", "1") } : new HashSet<Identifier>(),
        };
    }

    private static ChanceDependence Dependence(SeededRandom random, ComparisonParameters on, int levels) =>
        new([on.Comparison.Name], ValueList.From(Enumerable.Range(0, on.Levels.Count + 1).SelectMany(_ => Shares(random, levels))));

    private static double[] Shares(SeededRandom random, int count)
    {
        double[] shares = [.. Enumerable.Range(0, count).Select(_ => 0.001 + (random.Next(1000) / 1000.0))];
        double sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }
}
