namespace CustomerInsight.Matching;

public sealed partial class IdentityGraph
{
    private async ValueTask<Resolution> DeleteAsync(RecordKey key, bool isPreview, bool isErased, CancellationToken cancellationToken)
    {
        await ReadyAsync(cancellationToken).ConfigureAwait(false);
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Generation generation = Ready();
            LiveRecord? known = generation.State.Find(key);
            if (known is null || (!known.IsLive && !isErased && !generation.State.Waiting.ContainsKey(known)))
            {
                return new Resolution(key, ResolutionKind.Deleted, null, static () => null) { IsPreview = isPreview, Cursor = _blocks };
            }

            return await DeleteAsync(generation, known, isPreview, isErased, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask EraseAsync(LiveRecord record, EntryPosition[] texts)
    {
        try
        {
            // Whoever asked for it may be gone by now; it is promised in the ledger.
            await _setup.Store.EraseAsync(_setup.Tenant, texts, CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            // The next call tries again.
            _replay.Erased.Add(record);
            Volatile.Write(ref _isBehind, true);
            throw;
        }
    }

    private async ValueTask<Resolution> DeleteAsync(Generation generation, LiveRecord known, bool isPreview, bool isErased, CancellationToken cancellationToken)
    {
        RecordKey key = known.Key;
        var edit = new GraphEdit(generation.Model.LinkWeight);
        try
        {
            LiveProfile? before = known.Profile;
            bool wasLive = known.IsLive;
            bool isWaiting = generation.State.Waiting.ContainsKey(known);
            edit.Delete(known);
            GraphOutcome outcome = Solve(generation, edit, retracted: 0, cancellationToken);
            var change = new RecordEdit(known, edit, outcome, before);
            if (isPreview)
            {
                Resolution preview = DescribeDeleted(change, key, null);
                edit.Undo();
                return preview;
            }

            EntryPosition[] texts = isErased ? await TextsOfAsync(known, cancellationToken).ConfigureAwait(false) : [];
            List<LedgerEntry> entries = [];
            if (wasLive || isWaiting)
            {
                entries.Add(new RecordDeleted(known.Number));
            }

            // First what becomes of the others, since replay must know the record to take it out of its profile.
            if (outcome.ToEntry(updated: 0) is { } profiles)
            {
                entries.Add(profiles);
            }

            if (isErased)
            {
                entries.Add(new RecordErased(known.Number));
            }

            IdentityBlock block = await AppendAsync(entries, cancellationToken).ConfigureAwait(false);
            edit.Keep();
            generation.State.Counts.Deletes += wasLive || isWaiting ? 1 : 0;
            generation.State.Counts.Records -= wasLive ? 1 : 0;
            generation.State.Waiting.Remove(known);
            known.Current = null;
            Drop(generation, edit);
            Publish(generation, outcome, block.Number, isErased);
            Resolution resolution = DescribeDeleted(change, key, block);
            if (isErased)
            {
                generation.State.Forget(known);
                await EraseAsync(known, texts).ConfigureAwait(false);
            }

            return resolution;
        }
        catch
        {
            edit.Undo();
            throw;
        }
    }
}
