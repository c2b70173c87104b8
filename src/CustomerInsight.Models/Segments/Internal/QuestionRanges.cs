namespace CustomerInsight.Models;

/// <summary>Which numbers or days answer a question with yes.</summary>
internal static class QuestionRanges
{
    /// <summary>The ranges; null for an operator that does not ask where a value lies.</summary>
    public static ValueRanges? Of(TraitCondition question, DateOnly? asOf)
    {
        ReadOnlySpan<TraitValue> operands = question.Operands.AsSpan();
        return question.Operator switch
        {
            TraitOperator.Is => ValueRanges.Points([Number(operands[0])]),
            TraitOperator.IsNot => ValueRanges.Points([Number(operands[0])]).Except(),
            TraitOperator.IsOneOf => ValueRanges.Points(question.Operands.Select(Number)),
            TraitOperator.IsNoneOf => ValueRanges.Points(question.Operands.Select(Number)).Except(),
            TraitOperator.LessThan => ValueRanges.Between(double.NegativeInfinity, Math.BitDecrement(Number(operands[0]))),
            TraitOperator.AtMost => ValueRanges.Between(double.NegativeInfinity, Number(operands[0])),
            TraitOperator.MoreThan => ValueRanges.Between(Math.BitIncrement(Number(operands[0])), double.PositiveInfinity),
            TraitOperator.AtLeast => ValueRanges.Between(Number(operands[0]), double.PositiveInfinity),
            TraitOperator.Between => ValueRanges.Between(Number(operands[0]), Number(operands[1])),
            TraitOperator.WithinLastDays or TraitOperator.MoreThanDaysAgo or TraitOperator.WithinNextDays => asOf is DateOnly day ? OfDays(question.Operator, day.DayNumber, Number(operands[0])) : ValueRanges.None,
            TraitOperator.IsKnown => ValueRanges.All,
            _ => null,
        };
    }

    public static double Number(TraitValue value) => value.Kind == TraitKind.Date ? value.Date.DayNumber : value.Number;

    private static ValueRanges OfDays(TraitOperator asked, int asOf, double days) => asked switch
    {
        TraitOperator.WithinLastDays => ValueRanges.Between(asOf - days, asOf),
        TraitOperator.MoreThanDaysAgo => ValueRanges.Between(double.NegativeInfinity, asOf - days - 1),
        _ => ValueRanges.Between(asOf, asOf + days),
    };
}
