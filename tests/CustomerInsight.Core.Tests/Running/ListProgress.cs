namespace CustomerInsight.Core.Tests;

internal sealed class ListProgress : IProgress<InsightProgress>
{
    public List<InsightProgress> Reports { get; } = [];

    public void Report(InsightProgress value) => Reports.Add(value);
}
