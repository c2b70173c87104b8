namespace CustomerInsight.Matching;

/// <summary>What people decide about records, and what they had better look at. A port: a host may put its own before or behind it.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public interface IStewardship
{
    /// <summary>Carries out a decision. It holds until it is retracted, whatever records, models and runs come later.</summary>
    /// <param name="action">What is decided.</param>
    /// <param name="author">Who decides; not blank.</param>
    /// <param name="reason">Why; kept in the ledger, and erased with the records that it is about.</param>
    /// <param name="cancellationToken">Stops the call; what was not written by then is as if it had never been called.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="ArgumentException">A profile, a record or a decision is not known, or the action is about too many pairs of records.</exception>
    /// <exception cref="InvalidOperationException">There is no model yet.</exception>
    /// <exception cref="StoreConflictException">Somebody else wrote to the ledger.</exception>
    ValueTask<StewardResult> DecideAsync(StewardAction action, string author, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>Says what <see cref="DecideAsync"/> would come to, and writes nothing.</summary>
    /// <param name="action">What is decided.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What it would come to.</returns>
    ValueTask<StewardResult> PreviewAsync(StewardAction action, CancellationToken cancellationToken = default);

    /// <summary>Lists the decisions that hold.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The decisions by number; a decision about several groups has a line for each.</returns>
    ValueTask<ValueList<StewardDecision>> DecisionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds the pairs that are most worth a look.</summary>
    /// <param name="most">How many to give at most; at least 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The pairs, those of most <see cref="ReviewItem.Worth"/> first; of two profiles one pair, and none that a person has decided on. Cost O(kept pairs).</returns>
    ValueTask<ValueList<ReviewItem>> ReviewAsync(int most = 100, CancellationToken cancellationToken = default);
}
