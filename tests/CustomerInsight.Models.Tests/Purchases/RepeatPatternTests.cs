namespace CustomerInsight.Models.Tests;

public sealed class RepeatPatternTests
{
    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(0, 0, 10, true)]
    [InlineData(3, 10, 10, true)]
    [InlineData(1_000_000, 10, 10, true)]
    [InlineData(1_000_001, 10, 10, false)]
    [InlineData(-1, 0, 10, false)]
    [InlineData(0, 5, 10, false)]
    [InlineData(2, 11, 10, false)]
    [InlineData(2, -1, 10, false)]
    [InlineData(2, double.NaN, 10, false)]
    [InlineData(2, 1, double.PositiveInfinity, false)]
    public void IsValid_Numbers_KeepsToTheRanges(int repeats, double active, double tenure, bool valid) =>
        Assert.Equal(valid, new RepeatPattern(repeats, active, tenure).IsValid);
}
