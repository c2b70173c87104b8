using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>Gives a model that was trained before.</summary>
internal sealed class FixedModel(MatchTraining training) : IMatchTrainer
{
    public MatchTraining Train(StandardizedTable table, MatchDesign design, MatchingOptions options, ParallelOptions parallel) => training;
}
