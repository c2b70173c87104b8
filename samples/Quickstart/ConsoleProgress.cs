using System.Diagnostics;
using CustomerInsight;

namespace Quickstart;

/// <summary>Shows on one line of the error stream how far the run is.</summary>
internal sealed class ConsoleProgress(TextWriter error) : IProgress<InsightProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly bool _oneLine = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private readonly object _gate = new();
    private string _stage = string.Empty;
    private long _lastWritten;

    public void Report(InsightProgress value)
    {
        lock (_gate)
        {
            bool isNew = value.Stage != _stage;
            bool isDone = value.Done == value.Total;
            if (!isNew && !isDone && (!_oneLine || Stopwatch.GetElapsedTime(_lastWritten) < Interval))
            {
                return;
            }

            _stage = value.Stage;
            _lastWritten = Stopwatch.GetTimestamp();
            Write(value, isDone);
        }
    }

    private void Write(InsightProgress value, bool isDone)
    {
        string text = value.Total is { } total && !isDone ? $"{value.Stage}: {value.Done:#,0} of {total:#,0}" : value.Done > 0 ? $"{value.Stage}: {value.Done:#,0}" : value.Stage;
        if (_oneLine)
        {
            error.Write($"\r{text,-70}{(isDone ? "\n" : string.Empty)}");
        }
        else if (isDone || value.Done == 0)
        {
            error.WriteLine(text);
        }
    }
}
