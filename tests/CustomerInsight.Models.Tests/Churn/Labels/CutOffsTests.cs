namespace CustomerInsight.Models.Tests;

public sealed class CutOffsTests
{
    private static readonly DateTimeOffset First = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Before_ADay_IsItsLastMomentBefore()
    {
        Assert.Equal(new DateTimeOffset(1998, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1), CutOffs.Before(new(1998, 1, 1)));
        Assert.Equal(TimeSpan.FromHours(2), CutOffs.Before(new(2024, 7, 1), TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(2), null, null)).Offset);
        Assert.Throws<ArgumentOutOfRangeException>(() => CutOffs.Before(DateOnly.MinValue));
    }

    [Fact]
    public void Rolling_Steps_AreEqual()
    {
        Assert.Equal([First, First.AddDays(30), First.AddDays(60)], CutOffs.Rolling(First, 30, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CutOffs.Rolling(First, 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CutOffs.Rolling(First, 1, 0));
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(40, 1)]
    [InlineData(69, 1)]
    [InlineData(70, 2)]
    [InlineData(100, 3)]
    public void Latest_WindowsThatFit_AreAllObserved(int days, int expected)
    {
        var options = new LabelOptions { HorizonDays = 35, GapDays = 5 };
        DateTimeOffset until = First.AddDays(days);

        ValueList<DateTimeOffset> cutOffs = CutOffs.Latest(First, 30, until, options);

        Assert.Equal(expected, cutOffs.Count);
        Assert.All(cutOffs, cutOff => Assert.True(cutOff >= First));
        Assert.True(expected == 0 || cutOffs[^1].AddDays(40) == until);
    }
}
