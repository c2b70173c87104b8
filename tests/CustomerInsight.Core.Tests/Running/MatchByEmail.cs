namespace CustomerInsight.Core.Tests;

/// <summary>The simplest matching: records of one standardized e-mail address are one person.</summary>
internal sealed class MatchByEmail : IInsightStage
{
    public string Name => "match by e-mail";

    public InsightPhase Phase => InsightPhase.Match;

    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        StandardizedTable table = context.Records;
        int email = table.Schema.IndexOf("email");
        context.Clusters = [.. Enumerable.Range(0, table.Count)
            .GroupBy(record => email < 0 ? null : table.Column(email).First(record), static (value, records) => (value, records))
            .SelectMany(static group => group.value is null ? group.records.Select(static record => new[] { record }) : [group.records.ToArray()])
            .OrderBy(static records => records[0])
            .Select(static records => new RecordCluster([.. records]))];
        return ValueTask.CompletedTask;
    }
}
