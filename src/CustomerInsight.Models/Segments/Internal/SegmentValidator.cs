namespace CustomerInsight.Models;

/// <summary>Finds what is wrong with a set: names and circles here, conditions in <see cref="ConditionValidator"/>.</summary>
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

        Circles(set, positions, problems);
        return ValueList.From(problems);
    }

    /// <summary>The segments that a condition asks for, each with the place.</summary>
    public static IEnumerable<(string Segment, string Path)> AskedFor(SegmentCondition? condition, string path, int depth = 0)
    {
        // Deeper than this is a problem of its own.
        if (depth > SegmentSet.MostDepth)
        {
            return [];
        }

        return condition switch
        {
            AllCondition all => AskedFor(all.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.All), depth),
            AnyCondition any => AskedFor(any.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.Any), depth),
            NotCondition not => AskedFor(not.Condition, SegmentJsonNames.Below(path, SegmentJsonNames.Not), depth + 1),
            InSegmentCondition asked when asked.Segment is not null => [(asked.Segment, SegmentJsonNames.Below(path, SegmentJsonNames.Segment))],
            _ => [],
        };
    }

    private static IEnumerable<(string Segment, string Path)> AskedFor(ValueList<SegmentCondition> conditions, string path, int depth) =>
        conditions.SelectMany((condition, i) => AskedFor(condition, SegmentJsonNames.Below(path, i), depth + 1));

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

    private static void Circles(SegmentSet set, Dictionary<string, int> positions, List<SegmentProblem> problems)
    {
        // 0: not seen, 1: on the way that is walked, 2: done.
        byte[] states = new byte[set.Segments.Count];
        for (int i = 0; i < states.Length; i++)
        {
            Walk(i);
        }

        void Walk(int segment)
        {
            if (states[segment] != 0 || set.Segments[segment] is not { } definition)
            {
                return;
            }

            states[segment] = 1;
            foreach ((string asked, string path) in AskedFor(definition.When, SegmentJsonNames.WhenOf(segment)))
            {
                if (!positions.TryGetValue(asked, out int next))
                {
                    continue;
                }

                if (states[next] == 1)
                {
                    problems.Add(new SegmentProblem(path, SegmentProblemCodes.Circle, next == segment
                        ? $"Segment '{asked}' asks for itself. Say who is in it by traits."
                        : $"Segments '{asked}' and '{definition.Name}' ask for each other, directly or through others. Say who is in one of them by traits."));
                }
                else
                {
                    Walk(next);
                }
            }

            states[segment] = 2;
        }
    }
}
