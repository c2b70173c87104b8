namespace CustomerInsight.Core.Tests;

internal sealed class ListProgress : IProgress<InsightProgress>
{
    public List<InsightProgress> Reports { get; } = [];

    public event Action? Reported;

    public void Report(InsightProgress value)
    {
        Reports.Add(value);
        Reported?.Invoke();
    }
}
