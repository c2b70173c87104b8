namespace CustomerInsight.Matching;

/// <summary>A trained model and how it was learned.</summary>
/// <param name="Model">The model.</param>
/// <param name="Report">How it was learned.</param>
public sealed record MatchTraining(IMatchModel Model, TrainingReport Report)
{
    /// <summary>The random pairs that u was learned from, or null where it was not learned from any; they serve again for the same nodes.</summary>
    internal RandomPairs? Random { get; init; }
}
