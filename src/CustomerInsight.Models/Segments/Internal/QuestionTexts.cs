namespace CustomerInsight.Models;

/// <summary>Which texts answer a question with yes.</summary>
internal static class QuestionTexts
{
    /// <summary>The test of one text; null for an operator that does not ask about texts. For a set: whether a text is one that the operator looks for.</summary>
    public static Func<string, bool>? Of(TraitCondition question)
    {
        StringComparison how = question.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        string[] operands = [.. question.Operands.Where(static operand => operand.Kind is TraitKind.Text or TraitKind.Date).Select(TraitCondition.TextOf)];
        switch (question.Operator)
        {
            case TraitOperator.Is or TraitOperator.IsOneOf or TraitOperator.HasAny or TraitOperator.HasAll or TraitOperator.HasNone:
                HashSet<string> wanted = Set(operands, how);
                return wanted.Contains;
            case TraitOperator.IsNot or TraitOperator.IsNoneOf:
                HashSet<string> unwanted = Set(operands, how);
                return text => !unwanted.Contains(text);
            case TraitOperator.Contains:
                return text => text.Contains(operands[0], how);
            case TraitOperator.StartsWith:
                return text => text.StartsWith(operands[0], how);
            case TraitOperator.EndsWith:
                return text => text.EndsWith(operands[0], how);
            case TraitOperator.IsKnown:
                return static _ => true;
            default:
                return null;
        }
    }

    private static HashSet<string> Set(string[] texts, StringComparison how) => new(texts, StringComparer.FromComparison(how));
}
