using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

public sealed partial class IdentityGraph
{
    /// <inheritdoc/>
    public Profile? Find(RecordKey key) =>
        Volatile.Read(ref _generation) is { } generation && generation.State.Find(key)?.Profile is { } profile ? Make(generation, profile) : null;

    /// <inheritdoc/>
    public ProfileLookup Find(ProfileId id)
    {
        if (Volatile.Read(ref _generation) is not { } generation || generation.State.Profile(id.Value) is not { } found)
        {
            return new ProfileLookup(id, ProfileState.Unknown, null);
        }

        if (generation.State.Resolve(id.Value) is { } live)
        {
            return new ProfileLookup(id, live.Id == id ? ProfileState.Live : ProfileState.Merged, Make(generation, live));
        }

        return new ProfileLookup(id, generation.State.IsErased(id.Value) ? ProfileState.Erased : ProfileState.Deleted, null);
    }

    /// <inheritdoc/>
    /// <remarks>The blocking rules find whom to compare with; where these find nobody whose probability is at least <see cref="MatchingOptions.KeptProbability"/>, everybody is compared, O(contents).</remarks>
    /// <exception cref="InvalidOperationException">There is no model yet.</exception>
    public ValueList<SearchHit> Search(SourceRecord record, int most = 10)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        Generation generation = Ready();
        PairFinder finder = generation.Model.Rent();
        RecordContent said = finder.Read(record);
        List<KeptLink> found = finder.Search(said, generation.Contents, most);
        var hits = new List<SearchHit>();
        var profiles = new HashSet<LiveProfile>();
        foreach (KeptLink hit in found)
        {
            if (hits.Count < most && hit.Other.First is { Profile: { } live } first && profiles.Add(live) && Make(generation, live) is { } profile)
            {
                hits.Add(new SearchHit(profile, first.Key, hit.Weight, finder.Scorer.Explain(said, hit.Other.Said)));
            }
        }

        generation.Model.Return(finder);
        return ValueList.From(hits);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Changes that were written together have the cursor before them but for the last, so that one who stops between them gets all of them again: each is told at least once. One who
    /// follows is woken for what other processes write when this graph takes that in.
    /// </remarks>
    public async IAsyncEnumerable<ProfileChange> ChangesAsync(long after = 0, bool follow = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        var reader = new LedgerReader();
        while (true)
        {
            Task written = Volatile.Read(ref _written).Task;
            await foreach (IdentityBlock block in _setup.Store.ReadAsync(_setup.Tenant, after, cancellationToken).ConfigureAwait(false))
            {
                // A load writes several such entries in one block: only what ends the last of them is behind the block.
                EntryPosition[] changed = [.. Enumerable.Range(0, block.Entries.Count).Select(i => new EntryPosition(block.Number, i)).Where(position => LedgerReader.KindOf(block.Entries[position.Entry], position) == LedgerEntryKind.ProfilesChanged)];
                foreach (EntryPosition position in changed)
                {
                    long last = position == changed[^1] ? block.Number + 1 : block.Number;
                    foreach (ProfileChange change in ChangeFeed.Of((ProfilesChanged)reader.Read(block.Entries[position.Entry], position), block.Number, last, block.At))
                    {
                        yield return change;
                    }
                }

                after = block.Number + 1;
            }

            if (!follow || _isDisposed)
            {
                yield break;
            }

            await written.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads all versions of a record that are in the ledger.</summary>
    /// <param name="key">The record's key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The versions in the order they came, each once; none where the record is not known.</returns>
    public async ValueTask<ValueList<SourceRecord>> HistoryAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        Generation generation = await ReadyAsync(cancellationToken).ConfigureAwait(false);
        return generation.State.Find(key) is { } record ? ValueList.From(await VersionsAsync(record, cancellationToken).ConfigureAwait(false)) : default;
    }

    private Profile? Make(Generation generation, LiveProfile profile) =>
        _profiles.Make(profile.Id, profile.Records.Select(static record => record.Current), generation.State.PreviousIds(profile.Id.Value));

    private async ValueTask<List<SourceRecord>> VersionsAsync(LiveRecord record, CancellationToken cancellationToken)
    {
        var reader = new LedgerReader();
        foreach ((RecordSchema schema, int number) in _schemas)
        {
            reader.Declare(number, schema);
        }

        var versions = new List<SourceRecord>();
        foreach (long number in BlocksOf(record))
        {
            IdentityBlock block = await ReadBlockAsync(number, cancellationToken).ConfigureAwait(false);
            versions.AddRange(VersionEntries(record, block, reader).Select(i => reader.Read(block.Entries[i], new EntryPosition(number, i))).OfType<RecordVersion>().Select(static version => version.Value));
        }

        return versions;
    }

    /// <summary>Where the ledger holds texts about a record: its versions, and the notes of what people decided about it.</summary>
    private async ValueTask<EntryPosition[]> TextsOfAsync(LiveRecord record, CancellationToken cancellationToken)
    {
        var reader = new LedgerReader();
        var texts = new List<EntryPosition>();
        foreach (long number in BlocksOf(record))
        {
            IdentityBlock block = await ReadBlockAsync(number, cancellationToken).ConfigureAwait(false);
            texts.AddRange(VersionEntries(record, block, reader).Select(i => new EntryPosition(number, i)));
        }

        foreach (long number in record.Decisions ?? [])
        {
            IdentityBlock block = await ReadBlockAsync(number, cancellationToken).ConfigureAwait(false);
            texts.AddRange(Enumerable.Range(0, block.Entries.Count).Select(i => new EntryPosition(number, i)).Where(position => LedgerReader.KindOf(block.Entries[position.Entry], position) == LedgerEntryKind.Noted));
        }

        return [.. texts];
    }

    private static IEnumerable<long> BlocksOf(LiveRecord record) => (record.Versions?.Select(static version => version.Block) ?? [record.FirstBlock]).Distinct();

    /// <summary>The places of the entries that say what versions of a record say: each behind the entry that names the record.</summary>
    private static IEnumerable<int> VersionEntries(LiveRecord record, IdentityBlock block, LedgerReader reader)
    {
        for (int i = 0; i + 1 < block.Entries.Count; i++)
        {
            var position = new EntryPosition(block.Number, i);
            switch (LedgerReader.KindOf(block.Entries[i], position))
            {
                case LedgerEntryKind.RecordUpserted when ((RecordUpserted)reader.Read(block.Entries[i], position)).Record == record.Number:
                    yield return i + 1;
                    break;
                case LedgerEntryKind.RecordsWaiting when ((RecordsWaiting)reader.Read(block.Entries[i], position)).Records.AsSpan().IndexOf(record.Number) is >= 0 and int place:
                    yield return i + 1 + place;
                    break;
                default:
                    break;
            }
        }
    }

    private async ValueTask<IdentityBlock> ReadBlockAsync(long number, CancellationToken cancellationToken)
    {
        await foreach (IdentityBlock block in _setup.Store.ReadAsync(_setup.Tenant, number, cancellationToken).ConfigureAwait(false))
        {
            return block;
        }

        throw new LedgerFormatException(LedgerFormatException.Damaged, new EntryPosition(number, 0), "the block is not there; check the ledger with LedgerVerifier, and restore it from a copy");
    }
}
