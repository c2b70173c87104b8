namespace CustomerInsight.Matching;

/// <summary>Resolves records one at a time against all that are known, with the model and the clustering of the batch. A port: a host may put its own before or behind it.</summary>
/// <remarks>After any calls the partition is the one that a batch run over the live records with the same model comes to (law L4).</remarks>
/// <threadsafety>Safe from many threads. Reading never waits.</threadsafety>
public interface IIdentityResolver
{
    /// <summary>Takes in a new record, or a new version of one.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Stops the call; what was not written by then is as if it had never been called.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="InvalidOperationException">There is no model yet.</exception>
    /// <exception cref="ArgumentException">The record is of another tenant.</exception>
    /// <exception cref="StoreConflictException">Somebody else wrote to the ledger.</exception>
    ValueTask<Resolution> ResolveAsync(SourceRecord record, CancellationToken cancellationToken = default);

    /// <summary>Takes a record out. Its history stays; <see cref="EraseAsync"/> takes that too.</summary>
    /// <param name="key">The record's key; one that is not known is no error.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What it came to.</returns>
    ValueTask<Resolution> DeleteAsync(RecordKey key, CancellationToken cancellationToken = default);

    /// <summary>Takes in a stream of changes, in order. A row that a source could not read is counted and passed over.</summary>
    /// <param name="changes">The changes, such as those of an <see cref="IRecordSource"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What each record came to.</returns>
    IAsyncEnumerable<Resolution> ResolveAsync(IAsyncEnumerable<RecordChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Says what <see cref="ResolveAsync(SourceRecord, CancellationToken)"/> would come to, and writes nothing.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What it would come to.</returns>
    ValueTask<Resolution> PreviewAsync(SourceRecord record, CancellationToken cancellationToken = default);

    /// <summary>Says what <see cref="DeleteAsync"/> would come to, and writes nothing.</summary>
    /// <param name="key">The record's key.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What it would come to.</returns>
    ValueTask<Resolution> PreviewDeleteAsync(RecordKey key, CancellationToken cancellationToken = default);

    /// <summary>Takes a record out for good: from the graph, and its texts from the ledger (law L7).</summary>
    /// <param name="key">The record's key; one that is not known is no error.</param>
    /// <param name="cancellationToken">Stops the call before anything is written.</param>
    /// <returns>What it came to.</returns>
    ValueTask<Resolution> EraseAsync(RecordKey key, CancellationToken cancellationToken = default);

    /// <summary>Finds the profile of a record.</summary>
    /// <param name="key">The record's key.</param>
    /// <returns>The profile, made by the survivorship rules of now; null where the record is not known or deleted.</returns>
    Profile? Find(RecordKey key);

    /// <summary>Finds what an id stands for: it resolves for ever (law L19).</summary>
    /// <param name="id">The id.</param>
    /// <returns>The profile, where it went, or that it was never given.</returns>
    ProfileLookup Find(ProfileId id);

    /// <summary>Finds profiles by what a record says, be it little: the attributes that are given are compared, the others count as missing.</summary>
    /// <param name="record">What is known; its key is of no meaning.</param>
    /// <param name="most">How many profiles to give at most; at least 1.</param>
    /// <returns>The profiles, the likeliest first, each with its most alike record and the evidence.</returns>
    ValueList<SearchHit> Search(SourceRecord record, int most = 10);

    /// <summary>Follows what becomes of profiles.</summary>
    /// <param name="after">The cursor of the last change that is known; 0 from the start.</param>
    /// <param name="follow">Whether to wait for further changes at the end.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The changes in order.</returns>
    IAsyncEnumerable<ProfileChange> ChangesAsync(long after = 0, bool follow = false, CancellationToken cancellationToken = default);
}
