namespace CustomerInsight.Models;

/// <summary>Finds what is wrong with a set: names, circles and chains here, conditions in <see cref="ConditionValidator"/>.</summary>
internal static class SegmentValidator
{
    public static ValueList<SegmentProblem> Validate(SegmentSet set, TraitSchema? schema)
    {
        var problems = new List<SegmentProblem>();
        Dictionary<string, int> positions = Names(set, problems);
        var conditions = new ConditionValidator(schema, positions.Keys, problems);
        for (int i = 0; i < set.Segments.Count; i++)
        {
            if (set.Segments[i] is { } segment)
            {
                conditions.Validate(segment.When, SegmentJsonNames.WhenOf(i));
            }
        }

        Chains(set, new SegmentGraph(set, positions), problems);
        return ValueList.From(problems);
    }

    private static Dictionary<string, int> Names(SegmentSet set, List<SegmentProblem> problems)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < set.Segments.Count; i++)
        {
            string path = SegmentJsonNames.Below(SegmentJsonNames.Below($"/{SegmentJsonNames.Segments}", i), SegmentJsonNames.Name);
            if (string.IsNullOrWhiteSpace(set.Segments[i]?.Name))
            {
                problems.Add(new SegmentProblem(path, SegmentProblemCodes.NoName, "The segment has no name. Give it one."));
            }
            else if (!positions.TryAdd(set.Segments[i].Name, i))
            {
                problems.Add(new SegmentProblem(path, SegmentProblemCodes.SameName, $"An earlier segment is named '{set.Segments[i].Name}' too. Rename one of them."));
            }
        }

        return positions;
    }

    private static void Chains(SegmentSet set, SegmentGraph graph, List<SegmentProblem> problems)
    {
        foreach ((int segment, int asked, string path) in graph.Circles)
        {
            problems.Add(new SegmentProblem(path, SegmentProblemCodes.Circle, asked == segment
                ? $"Segment '{set.Segments[asked].Name}' asks for itself. Say who is in it by traits."
                : $"Segments '{set.Segments[asked].Name}' and '{set.Segments[segment].Name}' ask for each other, directly or through others. Say who is in one of them by traits."));
        }

        // Of longer chains too, the place where they become too long.
        for (int i = 0; i < set.Segments.Count; i++)
        {
            if (graph.ChainOf(i) == SegmentSet.MostChain + 1)
            {
                string path = graph.Asked(i).ToArray().First(asked => graph.ChainOf(asked.Segment) == SegmentSet.MostChain).Path;
                problems.Add(new SegmentProblem(path, SegmentProblemCodes.ChainTooLong, FormattableString.Invariant($"More than {SegmentSet.MostChain} segments ask for one another in a chain. Say who is in this one by traits.")));
            }
        }
    }
}
