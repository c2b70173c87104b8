using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>Engines over synthetic records.</summary>
internal static class Engines
{
    public static InsightEngine Over(SyntheticData data, int threads, params IInsightStage[] stages) => new(new InsightSetup
    {
        RecordSources = data.RecordSources,
        Stages = stages,
        Options = new InsightOptions { MaxDegreeOfParallelism = threads },
    });
}
