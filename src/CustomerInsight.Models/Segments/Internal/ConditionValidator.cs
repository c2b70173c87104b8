namespace CustomerInsight.Models;

/// <summary>Finds what is wrong with conditions, against the traits where they are known.</summary>
internal sealed class ConditionValidator(TraitSchema? schema, IReadOnlyCollection<string> segments, List<SegmentProblem> problems)
{
    private const int MostNames = 20;
    private const double MostDays = 100_000;
    private const double MostAnniversaryDays = 365;

    public void Validate(SegmentCondition? condition, string path, int depth = 0)
    {
        if (depth > SegmentSet.MostDepth)
        {
            Problem(path, SegmentProblemCodes.TooDeep, FormattableString.Invariant($"Conditions are nested more than {SegmentSet.MostDepth} deep. Make a segment of the inner ones and ask for it by name."));
            return;
        }

        switch (condition)
        {
            case AllCondition all:
                Validate(all.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.All), depth);
                break;
            case AnyCondition any:
                if (any.Conditions.Count == 0)
                {
                    Problem(SegmentJsonNames.Below(path, SegmentJsonNames.Any), SegmentProblemCodes.EmptyAny, "Nothing is listed of which one should hold, so no one could be in the segment. Add a condition.");
                }

                Validate(any.Conditions, SegmentJsonNames.Below(path, SegmentJsonNames.Any), depth);
                break;
            case NotCondition not:
                Validate(not.Condition, SegmentJsonNames.Below(path, SegmentJsonNames.Not), depth + 1);
                break;
            case InSegmentCondition inSegment when inSegment.Segment is null || !segments.Contains(inSegment.Segment):
                Problem(SegmentJsonNames.Below(path, SegmentJsonNames.Segment), SegmentProblemCodes.UnknownSegment, $"There is no segment '{inSegment.Segment}' in the set. Add it, or ask for one of {Names(segments)}.");
                break;
            case TraitCondition question:
                Validate(question, path);
                break;
            case null:
                Problem(path, SegmentProblemCodes.NotOneCondition, "There is no condition here. Write one, or take the node out.");
                break;
        }
    }

    private void Validate(ValueList<SegmentCondition> conditions, string path, int depth)
    {
        for (int i = 0; i < conditions.Count; i++)
        {
            Validate(conditions[i], SegmentJsonNames.Below(path, i), depth + 1);
        }
    }

    private void Validate(TraitCondition question, string path)
    {
        if (!Enum.IsDefined(question.Operator))
        {
            Problem(path, SegmentProblemCodes.UnknownProperty, $"{question.Operator} is no operator. Use one of {nameof(TraitOperator)}.");
            return;
        }

        TraitOperatorDefinition definition = TraitOperators.Of(question.Operator);
        if (!CanBeAsked(question, definition, path, out TraitKind? kind))
        {
            return;
        }

        string at = SegmentJsonNames.Below(path, definition.Name);
        int count = question.Operands.Count;
        if (count < definition.LeastOperands || count > definition.MostOperands)
        {
            string expected = definition.TakesList ? "at least one" : FormattableString.Invariant($"{definition.LeastOperands}");
            Problem(at, SegmentProblemCodes.OperandCount, FormattableString.Invariant($"'{definition.Name}' has {count} operands. Expected {expected}."));
            return;
        }

        bool fit = true;
        for (int i = 0; i < count; i++)
        {
            fit &= Operand(question, definition, kind, i, definition.MostOperands == 1 ? at : SegmentJsonNames.Below(at, i));
        }

        if (fit && question.Operator == TraitOperator.Between && question.Operands[0].Kind == question.Operands[1].Kind && Order(question.Operands[0]) > Order(question.Operands[1]))
        {
            Problem(at, SegmentProblemCodes.LimitsReversed, "The first limit is above the second, so no value lies between them. Exchange them.");
        }

        if (question.IgnoreCase && (!definition.ComparesTexts || kind is TraitKind.Number or TraitKind.Date or TraitKind.Flag))
        {
            Problem(SegmentJsonNames.Below(path, SegmentJsonNames.IgnoreCase), SegmentProblemCodes.NothingToIgnore, "Case can be ignored where texts are compared only. Take it out.");
        }
    }

    /// <summary>Whether the question can be asked of its trait, as far as that is known; if so, of which kind the trait is.</summary>
    private bool CanBeAsked(TraitCondition question, TraitOperatorDefinition definition, string path, out TraitKind? kind)
    {
        kind = null;
        string at = SegmentJsonNames.Below(path, SegmentJsonNames.Trait);
        if (string.IsNullOrWhiteSpace(question.Trait))
        {
            Problem(at, SegmentProblemCodes.UnknownTrait, "The question names no trait. Name one.");
        }
        else if (schema is not null && schema.Find(question.Trait) is null)
        {
            Problem(at, SegmentProblemCodes.UnknownTrait, $"There is no trait '{question.Trait}'. Expected one of {Names([.. schema.Traits.Select(static known => known.Name)])}.");
        }
        else if (schema?.Find(question.Trait) is { } trait)
        {
            kind = trait.Kind;
            if (!definition.Kinds.Contains(trait.Kind))
            {
                Problem(SegmentJsonNames.Below(path, definition.Name), SegmentProblemCodes.OperatorDoesNotFit, $"'{definition.Name}' cannot be asked of trait '{trait.Name}', which is of kind {trait.Kind}. Use one of {string.Join(", ", TraitOperators.For(trait.Kind).Select(static fitting => fitting.Name))}.");
                return false;
            }
        }

        return true;
    }

    private bool Operand(TraitCondition question, TraitOperatorDefinition definition, TraitKind? kind, int position, string path)
    {
        TraitValue operand = question.Operands[position];
        bool fits = operand.Kind is TraitKind own && own != TraitKind.Texts && ((definition.OperandKind ?? kind) switch
        {
            null => definition.Kinds.Contains(own) || (own == TraitKind.Date && definition.Kinds.Contains(TraitKind.Text)),
            TraitKind.Text => own is TraitKind.Text or TraitKind.Date,
            TraitKind needed => own == needed,
        });
        if (!fits)
        {
            string expected = Expected(definition.OperandKind ?? kind);
            Problem(path, SegmentProblemCodes.OperandKind, operand.IsMissing
                ? $"The operand is blank or no number. Expected {expected}; to find customers without a value, use '{TraitOperators.Of(TraitOperator.IsMissing).Name}'."
                : $"The operand is of kind {operand.Kind}. Expected {expected}.");
            return false;
        }

        double most = question.Operator == TraitOperator.AnniversaryWithinNextDays ? MostAnniversaryDays : MostDays;
        if (definition.CountsDays && !(operand.Number >= 0 && operand.Number <= most && double.IsInteger(operand.Number)))
        {
            Problem(path, SegmentProblemCodes.Days, FormattableString.Invariant($"{operand.Number} is no number of days. Expected a whole number from 0 to {most}."));
            return false;
        }

        return true;
    }

    private static string Expected(TraitKind? kind) => kind switch
    {
        TraitKind.Number => "a number",
        TraitKind.Text => "a text",
        TraitKind.Date => "a day, such as 2024-12-31",
        TraitKind.Flag => "true or false",
        _ => "a value",
    };

    private static string Names(IReadOnlyCollection<string> names) => names.Count == 0
        ? "none: there is none yet"
        : string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNames)) + (names.Count > MostNames ? ", …" : string.Empty);

    private static double Order(TraitValue value) => value.Kind == TraitKind.Date ? value.Date.DayNumber : value.Number;

    private void Problem(string path, string code, string message) => problems.Add(new SegmentProblem(path, code, message));
}
