namespace CustomerInsight.Models;

/// <summary>Evaluates sound segments for one customer.</summary>
/// <param name="set">The segments.</param>
/// <param name="positions">The position of each segment by its name.</param>
/// <param name="graph">Which of them ask for which. Each is evaluated once, after those it asks for, so that the time grows with the set and not with the ways through it.</param>
/// <param name="row">The customer's traits.</param>
internal sealed class CustomerEvaluator(SegmentSet set, IReadOnlyDictionary<string, int> positions, SegmentGraph graph, TraitRow row)
{
    // How the condition of each segment turned out, those of segments that it asks for left out.
    private readonly ConditionOutcome?[] _outcomes = new ConditionOutcome?[set.Segments.Count];
    private readonly ValueList<ConditionGap>?[] _gaps = new ValueList<ConditionGap>?[set.Segments.Count];
    private readonly bool[] _hasGaps = new bool[set.Segments.Count];

    public bool[] Members()
    {
        bool[] members = new bool[set.Segments.Count];
        foreach (int segment in graph.Order)
        {
            members[segment] = Holds(set.Segments[segment].When, members);
        }

        return members;
    }

    public SegmentVerdict Verdict(int segment)
    {
        int[] needed = graph.Needed(segment);
        foreach (int position in needed)
        {
            _outcomes[position] ??= Outcome(set.Segments[position].When, SegmentJsonNames.WhenOf(position));
        }

        ConditionOutcome own = _outcomes[segment]!;
        return new SegmentVerdict(set.Segments[segment].Name, own.Holds, needed.Length == 1 ? own : Told(own, []), own.Holds ? [] : GapsOf(segment, needed) ?? []);
    }

    /// <summary>The outcome with the conditions of the segments that are asked for, each at its first place: at every place they could be endless.</summary>
    private ConditionOutcome Told(ConditionOutcome outcome, HashSet<int> told)
    {
        if (outcome.Condition is InSegmentCondition asked)
        {
            return told.Add(positions[asked.Segment]) ? outcome with { Parts = [Told(_outcomes[positions[asked.Segment]]!, told)] } : outcome;
        }

        if (outcome.Parts.Count == 0)
        {
            return outcome;
        }

        var parts = new ConditionOutcome[outcome.Parts.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Told(outcome.Parts[i], told);
        }

        return outcome with { Parts = ValueList.Create<ConditionOutcome>(parts) };
    }

    /// <summary>What lacks for a segment to turn out otherwise; those it asks for come first, since they are asked in turn.</summary>
    private ValueList<ConditionGap>? GapsOf(int segment, int[] needed)
    {
        foreach (int position in needed)
        {
            if (!_hasGaps[position])
            {
                _gaps[position] = Lacks(_outcomes[position]!, !_outcomes[position]!.Holds);
                _hasGaps[position] = true;
            }
        }

        return _gaps[segment];
    }

    private bool Holds(SegmentCondition condition, bool[] members)
    {
        switch (condition)
        {
            case AllCondition all:
                foreach (SegmentCondition part in all.Conditions)
                {
                    if (!Holds(part, members))
                    {
                        return false;
                    }
                }

                return true;
            case AnyCondition any:
                foreach (SegmentCondition part in any.Conditions)
                {
                    if (Holds(part, members))
                    {
                        return true;
                    }
                }

                return false;
            case NotCondition not:
                return !Holds(not.Condition, members);
            case InSegmentCondition inSegment:
                return members[positions[inSegment.Segment]];
            default:
                var question = (TraitCondition)condition;
                return QuestionAnswer.Of(question, row[question.Trait], row.AsOf);
        }
    }

    private ConditionOutcome Outcome(SegmentCondition condition, string path)
    {
        switch (condition)
        {
            case AllCondition all:
                ValueList<ConditionOutcome> every = Outcomes(all.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.All));
                return new ConditionOutcome(path, condition, every.All(static part => part.Holds), TraitValue.Missing, every);
            case AnyCondition any:
                ValueList<ConditionOutcome> some = Outcomes(any.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.Any));
                return new ConditionOutcome(path, condition, some.Any(static part => part.Holds), TraitValue.Missing, some);
            case NotCondition not:
                ConditionOutcome inner = Outcome(not.Condition, SegmentJsonNames.Below(path, SegmentJsonNames.Not));
                return new ConditionOutcome(path, condition, !inner.Holds, TraitValue.Missing, [inner]);
            case InSegmentCondition inSegment:
                return new ConditionOutcome(path, condition, _outcomes[positions[inSegment.Segment]]!.Holds, TraitValue.Missing, []);
            default:
                var question = (TraitCondition)condition;
                TraitValue actual = row[question.Trait];
                return new ConditionOutcome(path, condition, QuestionAnswer.Of(question, actual, row.AsOf), actual, []);
        }
    }

    private ValueList<ConditionOutcome> Outcomes(ValueList<SegmentCondition> conditions, string path) =>
        ValueList.From(conditions.Select((condition, i) => Outcome(condition, SegmentJsonNames.Below(path, i))));

    /// <summary>The fewest questions to be answered otherwise; null where no answers would do.</summary>
    private ValueList<ConditionGap>? Lacks(ConditionOutcome outcome, bool mustHold)
    {
        if (outcome.Holds == mustHold)
        {
            return [];
        }

        switch (outcome.Condition)
        {
            case TraitCondition question:
                return [new ConditionGap(outcome.Path, question, mustHold, outcome.Actual, new QuestionDistance(question, outcome.Actual.Kind, row.AsOf).Of(outcome.Actual))];
            case NotCondition:
                return Lacks(outcome.Parts[0], !mustHold);
            case InSegmentCondition asked:
                return _gaps[positions[asked.Segment]];
            default:
                // All must hold, or none of any may hold: every part counts. Otherwise one part is enough.
                return mustHold == outcome.Condition is AllCondition ? Together(outcome, mustHold) : Nearest(outcome, mustHold);
        }
    }

    private ValueList<ConditionGap>? Together(ConditionOutcome outcome, bool mustHold)
    {
        var gaps = new List<ConditionGap>();
        foreach (ConditionOutcome part in outcome.Parts)
        {
            if (Lacks(part, mustHold) is not { } more)
            {
                return null;
            }

            gaps.AddRange(more);
        }

        // Two ways to the same segment ask the same question at the same place once.
        return ValueList.From(gaps.Distinct());
    }

    private ValueList<ConditionGap>? Nearest(ConditionOutcome outcome, bool mustHold)
    {
        ValueList<ConditionGap>? best = null;
        foreach (ConditionOutcome part in outcome.Parts)
        {
            if (Lacks(part, mustHold) is { } other && (best is not { } found || IsNearer(other, found)))
            {
                best = other;
            }
        }

        return best;
    }

    private static bool IsNearer(ValueList<ConditionGap> left, ValueList<ConditionGap> right) => left.Count != right.Count
        ? left.Count < right.Count
        : left.Count == 1 && left[0].Question.Trait == right[0].Question.Trait && Math.Abs(left[0].Distance ?? double.PositiveInfinity) < Math.Abs(right[0].Distance ?? double.PositiveInfinity);
}
