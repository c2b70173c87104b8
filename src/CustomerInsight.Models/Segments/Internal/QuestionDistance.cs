namespace CustomerInsight.Models;

/// <summary>By how much a value would have to change for a question to be answered otherwise.</summary>
internal static class QuestionDistance
{
    public static double? Of(TraitCondition question, bool mustHold, TraitValue actual, DateOnly? asOf)
    {
        if (actual.Kind is not (TraitKind.Number or TraitKind.Date) || QuestionRanges.Of(question, asOf) is not { } ranges)
        {
            return null;
        }

        return (mustHold ? ranges : ranges.Except()).DistanceFrom(QuestionRanges.Number(actual), actual.Kind == TraitKind.Date);
    }
}
