namespace CustomerInsight.Models;

/// <summary>Evaluates sound segments for one customer.</summary>
/// <param name="set">The segments.</param>
/// <param name="positions">The position of each segment by its name.</param>
/// <param name="row">The customer's traits.</param>
internal sealed class CustomerEvaluator(SegmentSet set, IReadOnlyDictionary<string, int> positions, TraitRow row)
{
    private readonly bool?[] _members = new bool?[set.Segments.Count];

    public bool IsMember(int segment) => _members[segment] ??= Holds(set.Segments[segment].When);

    public SegmentVerdict Verdict(int segment)
    {
        SegmentDefinition definition = set.Segments[segment];
        string path = SegmentJsonNames.WhenOf(segment);
        ConditionOutcome reason = Outcome(definition.When, path);
        return new SegmentVerdict(definition.Name, reason.Holds, reason, reason.Holds ? [] : Lacks(reason, mustHold: true) ?? []);
    }

    private bool Holds(SegmentCondition condition)
    {
        switch (condition)
        {
            case AllCondition all:
                foreach (SegmentCondition part in all.Conditions)
                {
                    if (!Holds(part))
                    {
                        return false;
                    }
                }

                return true;
            case AnyCondition any:
                foreach (SegmentCondition part in any.Conditions)
                {
                    if (Holds(part))
                    {
                        return true;
                    }
                }

                return false;
            case NotCondition not:
                return !Holds(not.Condition);
            case InSegmentCondition inSegment:
                return IsMember(positions[inSegment.Segment]);
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
                int position = positions[inSegment.Segment];
                ConditionOutcome asked = Outcome(set.Segments[position].When, SegmentJsonNames.WhenOf(position));
                return new ConditionOutcome(path, condition, asked.Holds, TraitValue.Missing, [asked]);
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
                return [new ConditionGap(outcome.Path, question, mustHold, outcome.Actual, QuestionDistance.Of(question, mustHold, outcome.Actual, row.AsOf))];
            case NotCondition:
                return Lacks(outcome.Parts[0], !mustHold);
            case InSegmentCondition:
                return Lacks(outcome.Parts[0], mustHold);
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
