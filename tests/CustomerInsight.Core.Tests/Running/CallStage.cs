namespace CustomerInsight.Core.Tests;

/// <summary>A stage that does what a test tells it to.</summary>
internal sealed class CallStage(InsightPhase phase, Action<InsightContext> act, string name = "call") : IInsightStage
{
    public string Name => name;

    public InsightPhase Phase => phase;

    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        act(context);
        return ValueTask.CompletedTask;
    }
}
