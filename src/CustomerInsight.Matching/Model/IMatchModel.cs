namespace CustomerInsight.Matching;

/// <summary>Weighs pairs of records. A port: a host may bring its own.</summary>
/// <remarks>A pair's weight depends on the two records and the model alone, and is the same for both orders.</remarks>
public interface IMatchModel
{
    /// <summary>Makes the model ready for one table.</summary>
    /// <param name="table">The records.</param>
    /// <returns>What makes scorers for it; safe from many threads.</returns>
    IPairScoring Prepare(StandardizedTable table);
}
