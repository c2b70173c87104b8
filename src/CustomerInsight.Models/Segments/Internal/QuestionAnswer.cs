namespace CustomerInsight.Models;

/// <summary>Answers a question about one value: the meaning of each operator.</summary>
internal static class QuestionAnswer
{
    public static bool Of(TraitCondition question, TraitValue value, DateOnly? asOf)
    {
        if (value.IsMissing || question.Operator == TraitOperator.IsMissing)
        {
            return value.IsMissing && question.Operator == TraitOperator.IsMissing;
        }

        return value.Kind switch
        {
            TraitKind.Date when question.Operator == TraitOperator.AnniversaryWithinNextDays => asOf is DateOnly day && new AnniversaryDays(day, (int)question.Operands[0].Number).Falls(value.Date),
            TraitKind.Number or TraitKind.Date => QuestionRanges.Of(question, asOf)?.Contains(QuestionRanges.Number(value)) ?? false,
            TraitKind.Text => QuestionTexts.Of(question)?.Invoke(value.Text) ?? false,
            TraitKind.Flag => question.Operator switch
            {
                TraitOperator.Is => value == question.Operands[0],
                TraitOperator.IsNot => value != question.Operands[0],
                _ => question.Operator == TraitOperator.IsKnown,
            },
            _ => Set(question, value.Texts),
        };
    }

    private static bool Set(TraitCondition question, ValueList<string> texts)
    {
        if (question.Operator == TraitOperator.IsKnown)
        {
            return true;
        }

        StringComparer comparer = question.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        bool Has(TraitValue operand) => texts.Contains(TraitCondition.TextOf(operand), comparer);
        return question.Operator switch
        {
            TraitOperator.HasAny => question.Operands.Any(Has),
            TraitOperator.HasAll => question.Operands.All(Has),
            _ => !question.Operands.Any(Has),
        };
    }
}
