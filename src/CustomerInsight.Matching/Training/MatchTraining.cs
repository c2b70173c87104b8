namespace CustomerInsight.Matching;

/// <summary>A trained model and how it was learned.</summary>
/// <param name="Model">The model.</param>
/// <param name="Report">How it was learned.</param>
public sealed record MatchTraining(IMatchModel Model, TrainingReport Report)
{
    /// <summary>What serves again in the same run, or null where nothing was learned from the records' own nodes.</summary>
    internal TrainingGround? Ground { get; init; }
}
