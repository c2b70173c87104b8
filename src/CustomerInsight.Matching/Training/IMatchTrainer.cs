namespace CustomerInsight.Matching;

/// <summary>Learns a match model from the records themselves. A port: a host may bring its own, or one that returns a model trained elsewhere.</summary>
public interface IMatchTrainer
{
    /// <summary>Learns a model.</summary>
    /// <param name="table">The records.</param>
    /// <param name="design">What records are compared by.</param>
    /// <param name="options">The numbers to work with.</param>
    /// <param name="parallel">How many threads it may use, and what stops it; the model is the same for any number.</param>
    /// <returns>The model and how it was learned. Too little data is said in the report, never an exception.</returns>
    MatchTraining Train(StandardizedTable table, MatchDesign design, MatchingOptions options, ParallelOptions parallel);
}
