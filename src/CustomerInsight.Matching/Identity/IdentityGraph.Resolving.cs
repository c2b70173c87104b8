using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

public sealed partial class IdentityGraph
{
    /// <inheritdoc/>
    public ValueTask<Resolution> ResolveAsync(SourceRecord record, CancellationToken cancellationToken = default) => ResolveAsync(record, isPreview: false, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Resolution> PreviewAsync(SourceRecord record, CancellationToken cancellationToken = default) => ResolveAsync(record, isPreview: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Resolution> DeleteAsync(RecordKey key, CancellationToken cancellationToken = default) => DeleteAsync(key, isPreview: false, isErased: false, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Resolution> PreviewDeleteAsync(RecordKey key, CancellationToken cancellationToken = default) => DeleteAsync(key, isPreview: true, isErased: false, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Resolution> EraseAsync(RecordKey key, CancellationToken cancellationToken = default) => DeleteAsync(key, isPreview: false, isErased: true, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Resolution> ResolveAsync(IAsyncEnumerable<RecordChange> changes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Generation generation = await ReadyAsync(cancellationToken).ConfigureAwait(false);
        await foreach (RecordChange change in changes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (change.Record is { } record && record.Tenant == _setup.Tenant)
            {
                yield return await ResolveAsync(record, cancellationToken).ConfigureAwait(false);
            }
            else if (change.Deleted is { } key)
            {
                yield return await DeleteAsync(key, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                generation.State.Counts.Rejected++;
            }
        }
    }

    private async ValueTask<Resolution> ResolveAsync(SourceRecord record, bool isPreview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Tenant != _setup.Tenant)
        {
            throw new ArgumentException($"The record of source '{record.Key.Source}' is of another tenant than the graph. Give each tenant a graph of its own.", nameof(record));
        }

        Generation generation = await ReadyAsync(cancellationToken).ConfigureAwait(false);
        (PreparedRecord prepared, long edits) = Prepare(generation, record);
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!ReferenceEquals(generation, _generation))
            {
                generation = Ready();
                (prepared, edits) = Prepare(generation, record);
            }

            return await ResolveAsync(generation, record, prepared, edits, isPreview, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Reads a record and weighs it against what is there, while others may write.</summary>
    private static (PreparedRecord Prepared, long Edits) Prepare(Generation generation, SourceRecord record)
    {
        long edits = generation.Contents.Edits;
        PairFinder finder = generation.Model.Rent();
        PreparedRecord prepared = finder.Prepare(record, generation.Contents);
        generation.Model.Return(finder);
        return (prepared, edits);
    }

    private async ValueTask<Resolution> ResolveAsync(Generation generation, SourceRecord record, PreparedRecord prepared, long edits, bool isPreview, CancellationToken cancellationToken)
    {
        (GraphModel model, GraphState state, ContentGraph contents, _) = generation;
        LiveRecord? known = state.Find(record.Key);
        if (known is { IsLive: true, Current: { } current })
        {
            int order = record.CompareVersionTo(current);
            if (order == 0 || (order < 0 && known.Knows(record)))
            {
                state.Counts.Unchanged += isPreview ? 0 : 1;
                return Describe(generation, known, ResolutionKind.Unchanged, isPreview, isOutdated: order < 0);
            }

            if (order < 0)
            {
                return await TakeHistoryAsync(generation, known, record, isPreview, cancellationToken).ConfigureAwait(false);
            }
        }

        LiveContent? content = contents.Find(prepared.Said);
        IReadOnlyList<KeptLink>? links = null;
        if (content is null)
        {
            prepared = Complete(generation, record, prepared, edits);
            content = new LiveContent(contents.Contents.Count, prepared.Said);
            links = prepared.Links;
        }

        LiveRecord target = known ?? new LiveRecord(state.Records.Count, record.Key);
        var edit = new GraphEdit(model.LinkWeight);
        try
        {
            LiveProfile? before = target.Profile;
            edit.Put(target, content, links);
            var change = new RecordEdit(target, edit, Solve(generation, edit, retracted: 0, cancellationToken), before);
            if (isPreview)
            {
                Resolution preview = Describe(generation, change, record, null);
                edit.Undo();
                return preview;
            }

            List<LedgerEntry> entries = [];
            int schema = SchemaOf(record.Schema, entries);
            entries.Add(new RecordUpserted(target.Number, content.Number, IsCurrent: true));
            entries.Add(new RecordVersion(schema, record));
            entries.AddRange(edit.Entries);
            if (change.Outcome.ToEntry(updated: change.ProfileId) is { } profiles)
            {
                entries.Add(profiles);
            }

            IdentityBlock block = await AppendAsync(entries, cancellationToken).ConfigureAwait(false);
            edit.Keep();
            Take(generation, change, known is null, record, links is null ? null : prepared, content, block.Number);
            return Describe(generation, change, record, block);
        }
        catch
        {
            edit.Undo();
            throw;
        }
    }

    /// <summary>Compares with what came since a record was prepared.</summary>
    private static PreparedRecord Complete(Generation generation, SourceRecord record, PreparedRecord prepared, long edits)
    {
        PairFinder finder = generation.Model.Rent();
        if (prepared.IsKnown)
        {
            // Somebody said the same then, and nobody does now.
            prepared = finder.Prepare(record, generation.Contents);
        }
        else if (edits != generation.Contents.Edits)
        {
            prepared.Links.RemoveAll(link => !ReferenceEquals(generation.Contents.Contents[link.Other.Number], link.Other));
            finder.Compare(prepared, generation.Contents);
        }

        generation.Model.Return(finder);
        generation.State.Counts.PairsCompared += prepared.Compared.Count;
        return prepared;
    }

    /// <summary>Clusters what a change has a bearing on, and gives ids.</summary>
    private GraphOutcome Solve(Generation generation, GraphEdit edit, long retracted, CancellationToken cancellationToken)
    {
        List<LiveContent> region = edit.Region(++_visit);
        GraphSolution solution = region.Count == 0 ? GraphSolution.Empty : generation.Solver.Solve(region, cancellationToken);
        return new GraphOutcome(solution, edit.Touched, generation.State, retracted);
    }

    /// <summary>Makes what was written so, for readers too.</summary>
    private void Take(Generation generation, RecordEdit change, bool isNew, SourceRecord record, PreparedRecord? added, LiveContent content, long block)
    {
        GraphState state = generation.State;
        LiveRecord target = change.Record;
        if (isNew)
        {
            target.FirstBlock = block;
            state.AddRecord(target);
        }

        target.AddVersion(block, record);
        state.Settle(target, record);
        state.Counts.Records += target.Current is null ? 1 : 0;
        state.Counts.Upserts++;
        target.Current = record;
        if (added is not null)
        {
            generation.Contents.Add(content);
            state.Counts.Contents++;
            state.Counts.KeptPairs += content.Links.Length;
            state.Counts.GrownBlocks += generation.Contents.Block(content, added.Keys, generation.Model.LargestBlock);
        }

        Drop(generation, change.Edit);
        Publish(generation, change.Outcome, block, isErased: false);
    }

    /// <summary>Forgets contents that nobody says any more.</summary>
    private static void Drop(Generation generation, GraphEdit edit)
    {
        foreach ((LiveContent content, int links) in edit.Dropped)
        {
            PairFinder finder = generation.Model.Rent();
            generation.Contents.Remove(content, finder.Keys(content.Said));
            generation.Model.Return(finder);
            generation.State.Counts.Contents--;
            generation.State.Counts.KeptPairs -= links;
        }
    }

    private void Publish(Generation generation, GraphOutcome outcome, long block, bool isErased)
    {
        outcome.Apply(block, isErased);
        generation.State.Counts.Quarantined += outcome.Solution.Quarantined.Count;
        Tell();
    }

    /// <summary>Takes in a version that counts less than the one there is: for the history alone.</summary>
    private async ValueTask<Resolution> TakeHistoryAsync(Generation generation, LiveRecord known, SourceRecord record, bool isPreview, CancellationToken cancellationToken)
    {
        if (!isPreview)
        {
            List<LedgerEntry> entries = [];
            int schema = SchemaOf(record.Schema, entries);
            entries.Add(new RecordUpserted(known.Number, known.Content!.Number, IsCurrent: false));
            entries.Add(new RecordVersion(schema, record));
            IdentityBlock block = await AppendAsync(entries, cancellationToken).ConfigureAwait(false);
            known.AddVersion(block.Number, record);
            generation.State.Counts.OutOfOrder++;
            Tell();
        }

        return Describe(generation, known, ResolutionKind.Unchanged, isPreview, isOutdated: true);
    }
}
