namespace CustomerInsight.Models;

/// <summary>One question that a customer would have to answer otherwise to be in a segment.</summary>
/// <param name="Path">The place of the question as a JSON pointer into the set's JSON.</param>
/// <param name="Question">The question.</param>
/// <param name="MustHold">Whether the answer must become yes; false inside a not, where it must become no.</param>
/// <param name="Actual">The customer's value.</param>
/// <param name="Distance">
/// By how much the number, or the day in days, would have to change at least: positive for more or later, negative for less or earlier; where a limit is not included, to that limit.
/// Null where the value is missing, or the question is not about a number or a day.
/// </param>
public sealed record ConditionGap(string Path, TraitCondition Question, bool MustHold, TraitValue Actual, double? Distance)
{
    /// <summary>Says what is lacking and by how much.</summary>
    /// <returns>Such as <c>orders is at least 3 (it is 1: 2 more)</c>. It names the customer's value: not for logs.</returns>
    public string Describe() => $"{(MustHold ? Question.Describe() : $"not ({Question.Describe()})")} (it is {Actual.Describe()}{By})";

    /// <summary>Says what is lacking, never the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => MustHold ? Question.Describe() : $"not ({Question.Describe()})";

    private string By => (Distance, Actual.Kind) switch
    {
        (double distance, TraitKind.Date) => $": {Amount(distance)} {(Math.Abs(distance) == 1 ? "day" : "days")} {(distance < 0 ? "earlier" : "later")}",
        (double distance, _) => $": {Amount(distance)} {(distance < 0 ? "less" : "more")}",
        _ => string.Empty,
    };

    private static string Amount(double distance) => TraitValue.Of(Math.Abs(distance)).Describe();
}
