namespace CustomerInsight.Testing.Tests;

public class FixedClockTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void GetUtcNow_NotAdvanced_StandsStill()
    {
        var clock = new FixedClock(Noon);

        Assert.Equal(Noon, clock.GetUtcNow());
        Assert.Equal(Noon, clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
    }

    [Fact]
    public void GetLocalNow_AnyMachine_IsUtc() => Assert.Equal(TimeSpan.Zero, new FixedClock(Noon).GetLocalNow().Offset);

    [Fact]
    public void Advance_SomeTime_MovesTimeAndTimestampAlike()
    {
        var clock = new FixedClock(Noon);
        long before = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromMinutes(90));

        Assert.Equal(Noon.AddMinutes(90), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(90), clock.GetElapsedTime(before));
    }

    [Fact]
    public void Advance_Backwards_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedClock(Noon).Advance(TimeSpan.FromTicks(-1)));
}
