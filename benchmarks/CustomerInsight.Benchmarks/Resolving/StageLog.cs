using System.Diagnostics;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>Writes when each stage of a load begins.</summary>
internal sealed class StageLog(TextWriter error) : IProgress<InsightProgress>
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private string _stage = string.Empty;

    public void Report(InsightProgress value)
    {
        if (value.Stage != _stage)
        {
            _stage = value.Stage;
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_started).TotalSeconds,8:0.00} s  {value.Stage}"));
        }
    }
}
