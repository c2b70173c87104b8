namespace CustomerInsight.Models.Tests;

public sealed class SpendRowsTests
{
    private static readonly Arbitrary<SpendPattern[]> Patterns = (
        from purchases in Gen.Choose(0, 4)
        from spend in Gen.Choose(-1, 40)
        select new SpendPattern(purchases, spend / 8.0)).ArrayOf().ToArbitrary();

    [Fact]
    public void From_AnyPatterns_IsTheUsableOnesInOrder() => Prop.ForAll(Patterns, patterns =>
    {
        var rows = SpendRows.From(patterns);
        SpendPattern[] expected = [.. patterns.Where(static pattern => pattern.IsUsable).OrderBy(static pattern => pattern.Purchases).ThenBy(static pattern => pattern.MeanSpend)];
        return Flat(rows).SequenceEqual(expected) && rows.Count == expected.Length
            && rows.WithoutSpend == patterns.Count(static pattern => pattern.Purchases > 0 && !pattern.IsUsable)
            && rows.AllEqual == (expected.DistinctBy(static pattern => pattern.MeanSpend).Count() <= 1);
    }).Check(Quick.Tests(500));

    [Fact]
    public void With_AnyWeights_RepeatsTheRows() => Prop.ForAll(Patterns, Gen.Choose(0, 3).ArrayOf(100).ToArbitrary(), (patterns, weights) =>
    {
        var rows = SpendRows.From(patterns);
        int[] counts = weights.Length >= rows.Count ? weights[..rows.Count] : new int[rows.Count];
        return Flat(rows.With(counts)).SequenceEqual(Flat(rows).Zip(counts).SelectMany(static pair => Enumerable.Repeat(pair.First, pair.Second)));
    }).Check(Quick.Tests(300));

    [Fact]
    public void Correlation_AnyPatterns_IsPearsons() => Prop.ForAll(Patterns, patterns =>
    {
        var rows = SpendRows.From(patterns);
        double expected = MathNet.Numerics.Statistics.Correlation.Pearson(
            Flat(rows).Select(static pattern => (double)pattern.Purchases), Flat(rows).Select(static pattern => pattern.MeanSpend));
        double actual = rows.Correlation();
        return Math.Abs(expected - actual) < 1e-9 || (!double.IsFinite(expected) && !double.IsFinite(actual));
    }).Check(Quick.Tests(300));

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1.0)]
    [InlineData(4e8)]
    public void Sums_AnyTotals_AreThoseOfEachCustomer(double gamma) => Prop.ForAll(Gen.Choose(-900, 900).ArrayOf(300).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (logs, take) =>
    {
        double[] totals = [.. logs.Take(take).Select(static log => Math.Pow(10, log / 100.0)).Order()];
        var sums = SpendSums.Of(totals, [.. totals.Select(static total => 1 / total)], gamma);
        return Close(totals.Sum(total => Numeric.Log1P(total / gamma)), sums.LogOfTotal)
            && Close(totals.Sum(total => Numeric.Log1P(gamma / total)), sums.LogOfScale)
            && Close(totals.Sum(total => total / (gamma + total)), sums.Share);
    }).Check(Quick.Tests(100));

    [Fact]
    public void Sums_TotalsFarApart_StayFinite()
    {
        double[] totals = [1e-60, .. Enumerable.Repeat(1.0, 100), 1e60];
        var sums = SpendSums.Of(totals, [.. totals.Select(static total => 1 / total)], 2);

        Assert.Equal((100 * Math.Log(1.5)) + (60 * Math.Log(10)) - Math.Log(2), sums.LogOfTotal, 1e-10);
        Assert.Equal((100 * Math.Log(3)) + (60 * Math.Log(10)) + Math.Log(2), sums.LogOfScale, 1e-10);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-12 * Math.Max(1, Math.Abs(expected));

    private static IEnumerable<SpendPattern> Flat(SpendRows rows) =>
        rows.Purchases.SelectMany((purchases, group) => rows.Of(group).ToArray().Select(mean => new SpendPattern(purchases, mean)));
}
