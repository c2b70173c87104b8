namespace CustomerInsight.Models.Tests;

public sealed class PatternCountsTests
{
    private static readonly Arbitrary<RepeatPattern[]> Patterns = (
        from x in Gen.Choose(-1, 3)
        from active in Gen.Choose(0, 3)
        from tenure in Gen.Choose(0, 3)
        select new RepeatPattern(x, active, tenure)).ArrayOf().ToArbitrary();

    [Fact]
    public void From_AnyPatterns_CountsEachOnce() => Prop.ForAll(Patterns, patterns =>
    {
        var counts = PatternCounts.From(patterns);
        return counts.Customers + counts.LeftOut == patterns.Length
            && counts.RepeatCustomers == patterns.Count(pattern => pattern.IsValid && pattern.Repeats > 0)
            && counts.Items.All(item => item.Count == patterns.Count(pattern => pattern == item.Pattern))
            && counts.Items.Select(item => item.Pattern).Distinct().Count() == counts.Items.Count;
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_OtherOrder_GivesTheSameList() => Prop.ForAll(
        Patterns, patterns => PatternCounts.From(patterns).Items.SequenceEqual(PatternCounts.From([.. patterns.Reverse()]).Items)).Check(Quick.Tests(500));
}
