namespace CustomerInsight.Matching;

/// <summary>A trainer that trains nothing: it gives a model that was trained before, such as one loaded from a file.</summary>
/// <param name="model">The model.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PretrainedModel(MatchModel model) : IMatchTrainer
{
    /// <inheritdoc/>
    public MatchTraining Train(StandardizedTable table, MatchDesign design, MatchingOptions options, ParallelOptions parallel)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new MatchTraining(model, new TrainingReport(true, 0, 0, null, model.MatchShare, model.HouseholdShare, default, default) { IsGiven = true });
    }
}
