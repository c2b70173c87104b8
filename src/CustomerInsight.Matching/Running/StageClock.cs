using System.Diagnostics;

namespace CustomerInsight.Matching;

/// <summary>Takes the time of one step after the other.</summary>
internal sealed class StageClock
{
    private readonly List<StageTiming> _timings = [];
    private long _started = Stopwatch.GetTimestamp();

    public ValueList<StageTiming> Timings => ValueList.From(_timings);

    /// <summary>Ends a step; the next begins.</summary>
    public void Done(string stage)
    {
        _timings.Add(new StageTiming(stage, Stopwatch.GetElapsedTime(_started).TotalSeconds));
        _started = Stopwatch.GetTimestamp();
    }
}
