namespace CustomerInsight.Matching.Tests;

public class IntervalEstimateTests
{
    [Theory]
    [InlineData(0.95, 1.959963985)]
    [InlineData(0.99, 2.575829304)]
    [InlineData(0.90, 1.644853627)]
    [InlineData(0.50, 0.674489750)]
    [InlineData(0.10, 0.125661347)]
    public void TwoSided_KnownLevels_AreThoseOfTheTables(double level, double errors) => Assert.Equal(errors, NormalDistribution.TwoSided(level), 1e-8);

    /// <summary>Wilson's interval of 8 in 10 at .95, as R's <c>prop.test(8, 10, correct = FALSE)</c> gives it.</summary>
    [Fact]
    public void OfCounts_EightOfTen_IsWilsonsInterval()
    {
        IntervalEstimate estimate = IntervalEstimate.OfCounts(8, 10, 0.95);

        Assert.Equal(0.8, estimate.Value);
        Assert.Equal(0.4901625, estimate.Low, 1e-6);
        Assert.Equal(0.9433178, estimate.High, 1e-6);
    }

    [Fact]
    public void Intervals_AnyShares_HoldTheValueInsideZeroToOne() =>
        Prop.ForAll(Gen.Choose(0, 100).Two().ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (counts, error) =>
        {
            IntervalEstimate wilson = IntervalEstimate.OfCounts(Math.Min(counts.Item1, counts.Item2), Math.Max(counts.Item1, counts.Item2) + 1, 0.95);
            IntervalEstimate normal = IntervalEstimate.OnLogOdds(counts.Item1 / 100.0, error / 100.0, 0.95);
            return new[] { wilson, normal }.All(static one => one.Low >= 0 && one.Low <= one.Value && one.Value <= one.High && one.High <= 1);
        }).Check(Quick.Tests(500));
}
