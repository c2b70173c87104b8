namespace CustomerInsight.Testing;

/// <summary>A clock that stands still until it is told to go on.</summary>
/// <remarks>Its zone is UTC. Timers made from it run on the machine's real time: wait for what they do, not for this clock.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class FixedClock : TimeProvider
{
    private long _utcTicks;

    /// <summary>Makes a clock.</summary>
    /// <param name="now">What it shows.</param>
    public FixedClock(DateTimeOffset now) => _utcTicks = now.UtcTicks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _utcTicks);

    /// <summary>Moves the clock on.</summary>
    /// <param name="by">How far. At least zero: the time of a test does not run backwards.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _utcTicks, by.Ticks);
    }
}
