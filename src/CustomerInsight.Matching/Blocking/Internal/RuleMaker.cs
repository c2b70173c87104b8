namespace CustomerInsight.Matching;

/// <summary>Composes rules of parts: each part alone, then of two and of three attributes where fewer are wide.</summary>
internal static class RuleMaker
{
    // A rule this cheap finds whatever a narrower one with the same parts finds; those need no look.
    private const double CheapShare = 0.03;
    private const int MostParts = 3;
    private const int MostRules = 400;

    /// <summary>Looks at rules from wide to narrow.</summary>
    /// <param name="parts">The parts to compose.</param>
    /// <param name="survey">Says what a rule finds.</param>
    /// <param name="budget">Pairs a record that a rule may find at most.</param>
    /// <returns>The rules that find something and are not too wide, in the order they were made.</returns>
    public static List<RuleSighting> Make(ValueList<BlockingPart> parts, RuleSurvey survey, double budget)
    {
        var kept = new List<RuleSighting>();
        Dictionary<string, bool> tooWide = new(StringComparer.Ordinal) { [string.Empty] = true };
        List<int[]> wide = [[]];
        for (int size = 1; size <= MostParts && wide.Count > 0; size++)
        {
            // Of three parts only where two of them are too wide: else the two do.
            int[][] next = [.. wide.SelectMany(rule => Longer(rule, parts))
                .Where(rule => Shorter(rule).All(tooWide.ContainsKey) && (size < MostParts || Shorter(rule).Any(shorter => tooWide[shorter])))
                .Take(MostRules)];
            RuleSighting[] seen = survey.Look([.. next.Select(rule => (IBlockingRule)BlockingRule.On([.. rule.Select(part => parts[part])]))], budget);
            kept.AddRange(seen.Where(static sighting => sighting.Pairs is { Length: > 0 }));
            wide.Clear();
            for (int i = 0; i < next.Length; i++)
            {
                if (seen[i].PairsPerRecord > CheapShare * budget)
                {
                    wide.Add(next[i]);
                    tooWide.Add(Name(next[i]), seen[i].Pairs is null);
                }
            }
        }

        return kept;
    }

    private static IEnumerable<int[]> Longer(int[] rule, ValueList<BlockingPart> parts) =>
        from part in Enumerable.Range(rule.Length == 0 ? 0 : rule[^1] + 1, parts.Count - (rule.Length == 0 ? 0 : rule[^1] + 1))
        where rule.All(own => parts[own].Attribute != parts[part].Attribute)
        select (int[])[.. rule, part];

    private static IEnumerable<string> Shorter(int[] rule) => rule.Select(left => Name(rule.Where(part => part != left)));

    private static string Name(IEnumerable<int> rule) => string.Join(',', rule);
}
