namespace CustomerInsight.Testing;

/// <summary>Keeps what was reported to it, in order, before <see cref="Report"/> returns.</summary>
/// <typeparam name="T">The type of a report.</typeparam>
/// <remarks><see cref="Progress{T}"/> posts each report to another context, so a test that looks right after the work may miss the last ones.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RecordingProgress<T> : IProgress<T>
{
    private readonly object _gate = new();
    private readonly List<T> _reports = [];

    /// <summary>Gets a copy of what was reported so far.</summary>
    public IReadOnlyList<T> Reports
    {
        get
        {
            lock (_gate)
            {
                return [.. _reports];
            }
        }
    }

    /// <summary>Keeps one report.</summary>
    /// <param name="value">The report.</param>
    public void Report(T value)
    {
        lock (_gate)
        {
            _reports.Add(value);
        }
    }
}
