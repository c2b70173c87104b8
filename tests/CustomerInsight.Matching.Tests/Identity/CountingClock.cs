namespace CustomerInsight.Matching.Tests;

/// <summary>A clock that goes on by a second whenever it is asked.</summary>
internal sealed class CountingClock : TimeProvider
{
    private long _asked;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(Interlocked.Increment(ref _asked));
}
