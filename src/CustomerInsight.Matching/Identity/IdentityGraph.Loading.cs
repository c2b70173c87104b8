using System.Security.Cryptography;

namespace CustomerInsight.Matching;

public sealed partial class IdentityGraph
{
    private const int RecordsPerBlock = 512;
    private const int ProfilesPerEntry = 4096;

    /// <summary>Takes in many changes at once, and judges all records by a model anew: the way to begin, and to adopt another model.</summary>
    /// <param name="changes">The changes, such as those of an <see cref="IRecordSource"/>; none to judge anew what is there.</param>
    /// <param name="model">The model; null to go on with the one in use, or, before the first, to train one.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it. What was written by then are versions that wait for the next load; profiles are as before.</param>
    /// <returns>What the batch found; null where there is no record at all.</returns>
    /// <remarks>Those who read go on meanwhile, those who write wait. On unchanged records with the same model nothing changes, no id above all (law L8).
    /// Of several versions of one record the one that counts is kept, and no history of the others: resolve them one by one where that matters.</remarks>
    /// <exception cref="StoreConflictException">Somebody else wrote to the ledger.</exception>
    public async Task<MatchResult?> LoadAsync(IAsyncEnumerable<RecordChange> changes, MatchModel? model = null, IProgress<InsightProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var plan = new LoadPlan(_replay.State);
        var context = new InsightContext(new InsightOptions { MaxDegreeOfParallelism = _setup.MaxDegreeOfParallelism }, progress);
        context.Progress("read records", 0);
        await foreach (RecordChange change in changes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            plan.Add(change, _setup.Tenant);
        }

        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await LoadAsync(plan, model ?? Model, null, context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Judges all records anew by another model, or by the same; ids and people's decisions stay.</summary>
    /// <param name="model">The model; null to train one on the records there are.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it; profiles are as before then.</param>
    /// <returns>What the batch found; null where there is no record at all.</returns>
    public async Task<MatchResult?> AdoptAsync(MatchModel? model, IProgress<InsightProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await LoadAsync(new LoadPlan(_replay.State), model, null, new InsightContext(new InsightOptions { MaxDegreeOfParallelism = _setup.MaxDegreeOfParallelism }, progress), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes in a run's records, which are all that their sources have, and matches them together with those of other sources.</summary>
    /// <param name="context">The run; gets the clusters and the result.</param>
    /// <param name="sources">The run's sources: what the graph has of them beyond the run's records is deleted.</param>
    /// <param name="trainer">What gives the model.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async ValueTask TakeRunAsync(InsightContext context, IReadOnlySet<string> sources, IMatchTrainer trainer, CancellationToken cancellationToken)
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var plan = new LoadPlan(_replay.State);
            foreach (SourceRecord record in context.Records.Records)
            {
                plan.Add(record);
            }

            plan.DeleteOthers(sources);
            await LoadAsync(plan, null, trainer, context, cancellationToken).ConfigureAwait(false);
            GraphState state = _replay.State;
            context.ProfileIds = context.Clusters is null ? null : [.. context.Clusters.Select(cluster => state.Find(context.Records.Records[cluster.Records[0]].Key)!.Profile!.Id).Select(id => (id, state.PreviousIds(id.Value)))];
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<MatchResult?> LoadAsync(LoadPlan plan, MatchModel? model, IMatchTrainer? trainer, InsightContext context, CancellationToken cancellationToken)
    {
        GraphState state = _replay.State;
        context.Progress("compare with what is there", 0);
        List<SourceRecord> versions = plan.New();
        state.Counts.Rejected += plan.Rejected;
        state.Counts.Unchanged += plan.Unchanged;
        HashSet<RecordKey> replaced = [.. versions.Select(static version => version.Key)];
        List<SourceRecord> all = [.. plan.Staying(replaced), .. versions];
        List<LiveRecord> deleted = plan.Deleted();
        if (all.Count > 0 && (context.Records.Count != all.Count || !plan.IsAll()))
        {
            context.Progress("standardize", 0);
            context.Records = await Task.Run(() => StandardizedTable.Of(all, _setup.Standardizers, _setup.Conventions, _setup.TrustRanks, context.Parallel(cancellationToken)), cancellationToken).ConfigureAwait(false);
        }

        // Numbers follow the canonical order, whatever the order of arrival.
        await WriteVersionsAsync([.. context.Records.Records.Where(record => replaced.Count == all.Count || replaced.Contains(record.Key))], context, cancellationToken).ConfigureAwait(false);
        MatchResult? result = all.Count == 0 ? null : await Task.Run(() => MatchAsync(model, trainer, context, cancellationToken), cancellationToken).ConfigureAwait(false);
        await AdoptAsync(result, deleted, isChanged: versions.Count > 0 || deleted.Count > 0 || state.Waiting.Count > 0, context, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Writes what new versions say; they wait until the load is done.</summary>
    private async ValueTask WriteVersionsAsync(List<SourceRecord> versions, InsightContext context, CancellationToken cancellationToken)
    {
        GraphState state = _replay.State;
        int next = state.Records.Count;
        for (int from = 0; from < versions.Count; from += RecordsPerBlock)
        {
            List<SourceRecord> some = versions.GetRange(from, Math.Min(RecordsPerBlock, versions.Count - from));
            LiveRecord?[] known = [.. some.Select(version => state.Find(version.Key))];
            LiveRecord[] records = [.. known.Select((record, i) => record ?? new LiveRecord(next++, some[i].Key))];
            List<LedgerEntry> entries = [];
            int[] schemas = [.. some.Select(version => SchemaOf(version.Schema, entries))];
            entries.Add(new RecordsWaiting(ValueList.From(records.Select(static record => record.Number))));
            entries.AddRange(some.Select((version, i) => new RecordVersion(schemas[i], version)));
            IdentityBlock block = await AppendAsync(entries, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < records.Length; i++)
            {
                if (known[i] is null)
                {
                    records[i].FirstBlock = block.Number;
                    state.AddRecord(records[i]);
                }

                records[i].AddVersion(block.Number, some[i]);
                state.Waiting[records[i]] = some[i];
            }

            context.Progress("write records", from + some.Count, versions.Count);
        }
    }

    /// <summary>Matches all records as a run does, with what people decided.</summary>
    private async Task<MatchResult> MatchAsync(MatchModel? model, IMatchTrainer? trainer, InsightContext context, CancellationToken cancellationToken)
    {
        var constraints = new MatchConstraints { DuplicateFreeSources = _setup.DuplicateFreeSources, Assertions = ValueList.From(Assertions()) };
        MatchResult result = await RunAsync(model is null ? trainer ?? _setup.Trainer : new PretrainedModel(model), context).ConfigureAwait(false);
        if (result.Model is MatchModel learned && result.RulesUsed.Count != learned.Blocking?.Rules.Count)
        {
            // It compared all with all, as one does with few records; what is compared from now on depends on the model alone.
            var again = new InsightContext(context.Options) { Records = context.Records };
            result = await RunAsync(new PretrainedModel(learned), again).ConfigureAwait(false);
            context.Clusters = result.Clusters;
        }

        return result;

        async Task<MatchResult> RunAsync(IMatchTrainer with, InsightContext run)
        {
            await new MatchingStage(_setup.Design, _options, with, _setup.Clusterer, constraints).RunAsync(run, cancellationToken).ConfigureAwait(false);
            return run.Find<MatchResult>()!;
        }
    }

    private IEnumerable<Assertion> Assertions() => _replay.State.Binding()
        .SelectMany(static assertion => assertion.Left.Where(static left => !left.IsErased)
            .SelectMany(left => assertion.Right.Where(right => !right.IsErased && !ReferenceEquals(left, right)).Select(right => new Assertion(left.Key, right.Key, assertion.Kind))));

    /// <summary>Makes a batch's result the graph's: writes it in one block, then lets readers see it.</summary>
    private async ValueTask AdoptAsync(MatchResult? result, List<LiveRecord> deleted, bool isChanged, InsightContext context, CancellationToken cancellationToken)
    {
        GraphState state = _replay.State;
        if (result?.Model is not MatchModel model)
        {
            if (result is not null)
            {
                throw new InvalidOperationException($"A graph needs a {nameof(MatchModel)}; the trainer gave a {result.Model.GetType().Name}.");
            }

            if (deleted.Count == 0)
            {
                return;
            }

            model = Ready().Model.Model;
        }

        model = model.TrainedOn.Count > 0 ? model : model.WithTrainedOn(TrainedColumn.Of(result!.Table));
        Generation generation = MakeGeneration(model, state, new ContentGraph());
        byte[] file = Save(model);
        string settings = Settings(generation.Model.Design);
        string hash = Convert.ToHexString(SHA256.HashData(file));
        if (!isChanged && hash == _replay.ModelHash && settings == _replay.SettingsHash)
        {
            // The same of the same: all is as it was.
            return;
        }

        LiveRecord[] records = result is null ? [] : [.. result.Table.Records.Select(record => state.Find(record.Key)!)];
        context.Progress("build the graph", 0);
        var builder = new GraphBuilder(generation, context.Parallel(cancellationToken));
        if (result is not null)
        {
            await Task.Run(() => builder.Build(result, records), cancellationToken).ConfigureAwait(false);
        }

        context.Progress("give ids", 0);
        List<LiveRecord[]> clusters = result is null ? [] : [.. result.Clusters.Select(cluster => cluster.Records.Select(record => records[record]).ToArray())];
        var solution = new GraphSolution(clusters, [], null, result is null ? [] : [.. result.Quarantined.Select(static _ => Array.Empty<LiveRecord>())]);
        var outcome = new GraphOutcome(solution, [.. deleted.Select(static record => record.Profile).OfType<LiveProfile>().Distinct()], state);
        context.Progress("write decisions", 0);
        List<LedgerEntry> entries = [.. deleted.Select(static record => new RecordDeleted(record.Number)), new ModelAdopted(hash, settings), new ModelSaved(ValueList.Create<byte>(file))];
        int modelAt = entries.Count - 1;
        entries.Add(new ContentsAssigned(ValueList.From(records.Select(static record => record.Number)), ValueList.From(builder.ContentOf.Select(static content => content.Number))));
        entries.AddRange(builder.Pairs);
        entries.AddRange(Profiles(outcome, Updated(records)));
        IdentityBlock block = await AppendAsync(entries, cancellationToken).ConfigureAwait(false);
        Swap(generation, builder, records, deleted);
        EntryPosition? earlier = _replay.ModelFile;
        _replay.Continue(generation, new EntryPosition(block.Number, modelAt), hash, settings);
        Volatile.Write(ref _generation, generation);
        Publish(generation, outcome, block.Number, isErased: false);
        if (earlier is { } position)
        {
            _replay.StaleFiles.Add(position);
            await EraseStaleFilesAsync().ConfigureAwait(false);
        }

        context.Progress("done", records.Length, records.Length);
    }

    /// <summary>The profiles whose records stay the same, while one of them says something else.</summary>
    private HashSet<long> Updated(LiveRecord[] records) => [.. records.Where(_replay.State.Waiting.ContainsKey).Select(static record => record.Profile?.Id.Value ?? 0).Where(static id => id > 0)];

    private static IEnumerable<LedgerEntry> Profiles(GraphOutcome outcome, HashSet<long> updated)
    {
        if (outcome.ToEntry(updated) is not { } all)
        {
            yield break;
        }

        for (int from = 0; from < Math.Max(1, all.Profiles.Count); from += ProfilesPerEntry)
        {
            bool isLast = from + ProfilesPerEntry >= all.Profiles.Count;
            yield return new ProfilesChanged(ValueList.Create(all.Profiles.AsSpan()[from..Math.Min(from + ProfilesPerEntry, all.Profiles.Count)]), isLast ? all.Retired : default);
        }
    }

    private static void Swap(Generation generation, GraphBuilder builder, LiveRecord[] records, List<LiveRecord> deleted)
    {
        GraphState state = generation.State;
        foreach (LiveRecord record in deleted)
        {
            state.Counts.Records -= record.Current is null ? 0 : 1;
            state.Counts.Deletes++;
            state.Waiting.Remove(record);
            record.Content = null;
            record.Current = null;
        }

        for (int i = 0; i < records.Length; i++)
        {
            LiveRecord record = records[i];
            state.Counts.Records += record.Current is null ? 1 : 0;
            if (state.Waiting.Remove(record, out SourceRecord? version))
            {
                record.Current = version;
            }

            record.Content = builder.ContentOf[i];
        }

        state.Waiting.TrimExcess();
        state.Counts.Contents = generation.Contents.Contents.Count;
        state.Counts.KeptPairs = builder.KeptPairs;
        state.Counts.GrownBlocks += builder.GrownBlocks;
    }

    private static byte[] Save(MatchModel model)
    {
        using var file = new MemoryStream();
        model.Save(file);
        return file.ToArray();
    }

    /// <summary>Erases the files of models that are of no use any more; where that fails, the next call tries again.</summary>
    private async ValueTask EraseStaleFilesAsync()
    {
        if (_replay.StaleFiles.Count > 0)
        {
            Volatile.Write(ref _isBehind, true);
            await _setup.Store.EraseAsync(_setup.Tenant, _replay.StaleFiles, CancellationToken.None).ConfigureAwait(false);
            _replay.StaleFiles.Clear();
            Volatile.Write(ref _isBehind, false);
        }
    }

    /// <summary>A hash of the settings that decide beside the model.</summary>
    private string Settings(MatchDesign design) => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant(
        $"{_options.LinkProbability:R} {_options.KeptProbability:R} {_options.LargestCluster} {_options.LinkMode} {string.Join('\n', _setup.DuplicateFreeSources.Order(StringComparer.Ordinal))} {_setup.Clusterer.GetType().FullName} {string.Join('\n', design.MatchRules.Select(static rule => rule.Name + rule.FoundBy.Name).Append("|").Concat(design.NoMatchRules.Select(static rule => rule.Name)).Append("|").Concat(design.BlockedValues.Select(static blocked => blocked.Attribute + '=' + blocked.Value)))}"))));
}
