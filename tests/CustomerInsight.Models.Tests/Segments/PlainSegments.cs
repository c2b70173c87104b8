namespace CustomerInsight.Models.Tests;

/// <summary>The meaning of conditions in the plainest words: what all else must agree with.</summary>
internal static class PlainSegments
{
    public static bool Holds(SegmentSet set, SegmentCondition condition, TraitRow row) => condition switch
    {
        AllCondition all => all.Conditions.All(part => Holds(set, part, row)),
        AnyCondition any => any.Conditions.Any(part => Holds(set, part, row)),
        NotCondition not => !Holds(set, not.Condition, row),
        InSegmentCondition asked => Holds(set, set.Segments.Single(segment => segment.Name == asked.Segment).When, row),
        TraitCondition question => Holds(question, row[question.Trait], row.AsOf),
        _ => throw new ArgumentException("no condition"),
    };

    public static bool Holds(TraitCondition question, TraitValue value, DateOnly? asOf)
    {
        if (question.Operator == TraitOperator.IsMissing)
        {
            return value.IsMissing;
        }

        if (value.IsMissing)
        {
            return false;
        }

        TraitValue[] operands = [.. question.Operands];
        int days = operands is [{ Kind: TraitKind.Number } number, ..] && number.Number is >= 0 and <= 365 ? (int)number.Number : 0;
        return question.Operator switch
        {
            TraitOperator.IsKnown => true,
            TraitOperator.Is or TraitOperator.IsOneOf => operands.Any(operand => Same(operand, value, question.IgnoreCase)),
            TraitOperator.IsNot or TraitOperator.IsNoneOf => !operands.Any(operand => Same(operand, value, question.IgnoreCase)),
            TraitOperator.LessThan => Compare(value, operands[0]) < 0,
            TraitOperator.AtMost => Compare(value, operands[0]) <= 0,
            TraitOperator.MoreThan => Compare(value, operands[0]) > 0,
            TraitOperator.AtLeast => Compare(value, operands[0]) >= 0,
            TraitOperator.Between => Compare(value, operands[0]) >= 0 && Compare(value, operands[1]) <= 0,
            TraitOperator.Contains => Folded(value.Text, question.IgnoreCase).Contains(Folded(Text(operands[0]), question.IgnoreCase), StringComparison.Ordinal),
            TraitOperator.StartsWith => Folded(value.Text, question.IgnoreCase).StartsWith(Folded(Text(operands[0]), question.IgnoreCase), StringComparison.Ordinal),
            TraitOperator.EndsWith => Folded(value.Text, question.IgnoreCase).EndsWith(Folded(Text(operands[0]), question.IgnoreCase), StringComparison.Ordinal),
            TraitOperator.HasAny => operands.Any(operand => value.Texts.Any(text => Folded(text, question.IgnoreCase) == Folded(Text(operand), question.IgnoreCase))),
            TraitOperator.HasAll => operands.All(operand => value.Texts.Any(text => Folded(text, question.IgnoreCase) == Folded(Text(operand), question.IgnoreCase))),
            TraitOperator.HasNone => !operands.Any(operand => value.Texts.Any(text => Folded(text, question.IgnoreCase) == Folded(Text(operand), question.IgnoreCase))),
            TraitOperator.WithinLastDays => asOf is DateOnly today && value.Date <= today && value.Date >= today.AddDays(-days),
            TraitOperator.MoreThanDaysAgo => asOf is DateOnly today && value.Date < today.AddDays(-days),
            TraitOperator.WithinNextDays => asOf is DateOnly today && value.Date >= today && value.Date <= today.AddDays(days),
            _ => asOf is DateOnly today && Enumerable.Range(0, days + 1).Any(day => today.AddDays(day).Year > value.Date.Year && today.AddDays(day) == In(value.Date, today.AddDays(day).Year)),
        };
    }

    private static DateOnly In(DateOnly day, int year) => day is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 2, 28) : new DateOnly(year, day.Month, day.Day);

    private static bool Same(TraitValue operand, TraitValue value, bool ignoreCase) =>
        value.Kind == TraitKind.Text ? Folded(Text(operand), ignoreCase) == Folded(value.Text, ignoreCase) : operand == value;

    private static int Compare(TraitValue value, TraitValue operand) => value.Kind == TraitKind.Date ? value.Date.CompareTo(operand.Date) : value.Number.CompareTo(operand.Number);

    private static string Text(TraitValue operand) => operand.Kind == TraitKind.Date ? $"{operand.Date:yyyy-MM-dd}" : operand.Text;

    private static string Folded(string text, bool ignoreCase) => ignoreCase ? text.ToUpperInvariant() : text;
}
