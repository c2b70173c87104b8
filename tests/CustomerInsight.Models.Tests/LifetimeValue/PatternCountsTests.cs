namespace CustomerInsight.Models.Tests;

public sealed class PatternCountsTests
{
    private static readonly Arbitrary<RepeatPattern[]> Patterns = (
        from x in Gen.Frequency((6, Gen.Choose(-1, 3)), (1, Gen.Choose(253, 258)))
        from active in Gen.Choose(0, 3)
        from tenure in Gen.Choose(0, 3)
        select new RepeatPattern(x, active, tenure)).ArrayOf().ToArbitrary();

    [Fact]
    public void From_AnyPatterns_CountsEachOnce() => Prop.ForAll(Patterns, patterns =>
    {
        var counts = PatternCounts.From(patterns);
        return counts.Customers + counts.LeftOut == patterns.Length
            && counts.RepeatCustomers == patterns.Count(pattern => pattern.IsValid && pattern.Repeats > 0)
            && Items(counts).All(item => item.Count == patterns.Count(pattern => pattern == item.Pattern))
            && Items(counts).Select(item => item.Pattern).Distinct().Count() == counts.Length
            && counts.Purchases == patterns.Where(pattern => pattern.IsValid).Sum(pattern => pattern.Repeats);
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_AnyPatterns_SortsByRepeatsThenActiveThenTenure() => Prop.ForAll(Patterns, patterns =>
    {
        var sorted = patterns.Where(pattern => pattern.IsValid).Distinct()
            .OrderBy(pattern => pattern.Repeats).ThenBy(pattern => pattern.ActiveDays).ThenBy(pattern => pattern.TenureDays);
        return Items(PatternCounts.From(patterns)).Select(item => item.Pattern).SequenceEqual(sorted)
            && Items(PatternCounts.From(patterns.ToList().AsReadOnly())).Select(item => item.Pattern).SequenceEqual(sorted);
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_ManyRows_SortsAsFewOnes()
    {
        var random = new SeededRandom(5);
        RepeatPattern[] patterns = [.. Enumerable.Range(0, 30_000).Select(i =>
        {
            // Without repeats, with times of whole days and with times of any moment, each in more rows than one sort takes.
            double tenure = 100 + (i % 3 == 1 ? random.Next(50) : 300 * random.NextDouble());
            return new RepeatPattern(i % 3, i % 3 == 0 ? 0 : i % 3 == 1 ? random.Next(100) : tenure * Math.Pow(random.NextDouble(), 9), tenure);
        })];
        var sorted = patterns.Distinct().OrderBy(pattern => pattern.Repeats).ThenBy(pattern => pattern.ActiveDays).ThenBy(pattern => pattern.TenureDays);

        Assert.Equal(sorted, Items(PatternCounts.From(patterns)).Select(item => item.Pattern));
    }

    [Fact]
    public void With_OtherCounts_KeepsThoseOfSome()
    {
        var counts = PatternCounts.From([new(1, 2, 3), new(0, 0, 3), new(1, 2, 3), new(2, 2, 3)]);

        Assert.Equal([(new RepeatPattern(0, 0, 3), 1), (new(1, 2, 3), 2), (new(2, 2, 3), 1)], Items(counts));
        Assert.Equal([(new RepeatPattern(0, 0, 3), 5), (new(2, 2, 3), 2)], Items(counts.With([5, 0, 2])));
        Assert.Equal((7, 2, 4.0), (counts.With([5, 0, 2]).Customers, counts.With([5, 0, 2]).RepeatCustomers, counts.With([5, 0, 2]).Purchases));
    }

    private static IEnumerable<(RepeatPattern Pattern, int Count)> Items(PatternCounts counts) =>
        Enumerable.Range(0, counts.Length).Select(i => (counts[i], counts.Counts[i]));
}
