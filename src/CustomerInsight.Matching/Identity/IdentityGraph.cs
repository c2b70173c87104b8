using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>Source records resolved into profiles, one by one or many at once, with a ledger of all that was decided.</summary>
/// <remarks>
/// The records of now, the model and what people decided make the partition; in which order they came does not matter (laws L3 and L4). Only the ids of profiles depend on what came before:
/// what goes on keeps its id, of what merges the oldest survives, and what parts gets back the id it brought.
/// <para>Reading takes no lock. What a new record is to be compared with is found and weighed by as many threads as call; one after the other they then judge
/// what hangs together with it and write the block of the ledger. A change is in the ledger before a profile shows it.</para>
/// <para>Memory: about 1.2 KB a record with six short attributes, the ledger in memory included.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class IdentityGraph : IIdentityResolver, IStewardship, IAsyncDisposable
{
    private readonly IdentitySetup _setup;
    private readonly MatchingOptions _options;
    private readonly NodeMaker _maker;
    private readonly LedgerWriter _writer = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<RecordSchema, int> _schemas = new();
    private readonly GraphReplay _replay;
    private readonly ProfileMaker _profiles;

    private Generation? _generation;
    private TaskCompletionSource _written = NewSignal();
    private byte[] _head = IdentityBlock.FirstPreviousHash.ToArray();
    private long _blocks;
    private bool _isBehind = true;
    private int _visit;
    private bool _isDisposed;

    /// <summary>Makes a graph. What the store holds is read by the first call that needs it, or by <see cref="OpenAsync"/>.</summary>
    /// <param name="setup">What it is made of; null for the defaults, in memory.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public IdentityGraph(IdentitySetup? setup = null)
    {
        _setup = setup ?? new IdentitySetup();
        _options = MatchingOptionsValidator.Copy(_setup.Options);
        _maker = new NodeMaker(_setup.DuplicateFreeSources);
        _profiles = new ProfileMaker(_setup);
        _replay = new GraphReplay(_setup, MakeGeneration);
    }

    /// <summary>Gets the model in use, or null before the first.</summary>
    public MatchModel? Model => Volatile.Read(ref _generation)?.Model.Model;

    /// <summary>Gets a value indicating whether what the ledger holds was decided with other settings than this graph has; <see cref="AdoptAsync(MatchModel?, IProgress{InsightProgress}?, CancellationToken)"/> decides all of it anew.</summary>
    public bool HasOtherSettings => Volatile.Read(ref _generation) is { } generation && _replay.SettingsHash != Settings(generation.Model.Design);

    /// <summary>Gets how many blocks of the ledger this graph has taken in: the cursor of the change feed.</summary>
    public long Cursor => Volatile.Read(ref _blocks);

    /// <summary>Gets the hash of the last block in hexadecimal digits, which stands for all that is in the ledger; keep it elsewhere to find out if somebody cuts off the end.</summary>
    public string Head => Convert.ToHexString(Volatile.Read(ref _head));

    /// <summary>Takes in what the store holds and this graph does not know yet: all of it after a start, later what other processes wrote.</summary>
    /// <param name="progress">Told the blocks that were read, or null.</param>
    /// <param name="cancellationToken">Stops the reading; a later call goes on.</param>
    /// <returns>When the graph is up to date. No pair is weighed again: the decisions are those of the ledger (law L10).</returns>
    /// <exception cref="LedgerFormatException">The ledger cannot be read.</exception>
    /// <exception cref="MatchModelFileException">The model in the ledger needs parts of the host's own: set <see cref="IdentitySetup.ModelFiles"/>.</exception>
    public async ValueTask OpenAsync(IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _isBehind = true;
            await CatchUpAsync(progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Counts what the graph holds and what it did.</summary>
    /// <returns>The counts as they are.</returns>
    public IdentityCounts Count()
    {
        if (Volatile.Read(ref _generation) is not { } generation)
        {
            return new IdentityCounts();
        }

        GraphCounts counts = generation.State.Counts;
        return new IdentityCounts
        {
            Records = counts.Records,
            Contents = counts.Contents,
            Profiles = counts.Profiles,
            KeptPairs = counts.KeptPairs,
            PairsCompared = counts.PairsCompared,
            Upserts = counts.Upserts,
            Unchanged = counts.Unchanged,
            OutOfOrder = counts.OutOfOrder,
            Deletes = counts.Deletes,
            Rejected = counts.Rejected,
            QuarantinedClusters = counts.Quarantined,
            GrownBlocks = counts.GrownBlocks,
        };
    }

    /// <summary>Hashes all that the graph holds: records, what they say, pairs with their weights, profiles, ids, decisions of people. Two graphs of the same ledger have the same hash (law L10).</summary>
    /// <param name="cancellationToken">Stops the waiting for one's turn.</param>
    /// <returns>SHA-256 in hexadecimal digits. Cost O(records + pairs); nobody writes meanwhile.</returns>
    /// <exception cref="InvalidOperationException">There is no model yet.</exception>
    public async ValueTask<string> HashStateAsync(CancellationToken cancellationToken = default)
    {
        await ReadyAsync(cancellationToken).ConfigureAwait(false);
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Generation generation = Ready();
            return StateDigest.Of(generation.State, generation.Contents);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends the graph: those who follow its changes come to an end. The store stays as it is.</summary>
    /// <returns>When it has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            await _gate.WaitAsync().ConfigureAwait(false);
            _isDisposed = true;
            _written.TrySetResult();

            // Those who wait for their turn get it, to find that there is nothing to do any more.
            _gate.Release();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Generation MakeGeneration(MatchModel model, GraphState state, ContentGraph contents)
    {
        var schema = new RecordSchema([.. model.TrainedOn.Select(static column => new AttributeDefinition(column.Name, column.Kind))]);
        MatchDesign design = _setup.Design(schema).Within(schema, out _);
        design = design with { Identifiers = EffectivePolicies.Of(design.Identifiers, model.Identifiers) };
        var ready = new GraphModel(model.WithIdentifiers(design.Identifiers), design, schema, _options, _setup.Standardizers, _setup.Conventions, _maker.Sources.Length > 0);
        return new Generation(ready, state, contents, new ComponentSolver(ready, _setup.Clusterer, _maker));
    }

    private async ValueTask<Generation> ReadyAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Volatile.Read(ref _isBehind))
        {
            await OpenAsync(null, cancellationToken).ConfigureAwait(false);
        }

        return Ready();
    }

    private Generation Ready() => Volatile.Read(ref _generation)
        ?? throw new InvalidOperationException($"There is no model yet. Run the engine once, or call {nameof(LoadAsync)} with the records there are.");

    /// <summary>Waits for the turn to write; nobody else writes until <see cref="_gate"/> is released.</summary>
    private async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            await CatchUpAsync(null, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _gate.Release();
            throw;
        }
    }

    private async ValueTask CatchUpAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (!_isBehind)
        {
            return;
        }

        await foreach (IdentityBlock block in _setup.Store.ReadAsync(_setup.Tenant, _blocks, cancellationToken).ConfigureAwait(false))
        {
            _replay.Take(block);
            Volatile.Write(ref _head, block.Hash.ToArray());
            _blocks = block.Number + 1;
            progress?.Report(_blocks);
        }

        await _replay.FinishAsync(cancellationToken).ConfigureAwait(false);
        if (_replay.Generation is { } generation)
        {
            Volatile.Write(ref _generation, generation);
        }

        foreach ((RecordSchema schema, int number) in _replay.Schemas)
        {
            _schemas.TryAdd(schema, number);
        }

        foreach (LiveRecord erased in _replay.Erased)
        {
            await _setup.Store.EraseAsync(_setup.Tenant, await TextsOfAsync(erased, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        _replay.Erased.Clear();
        await EraseStaleFilesAsync().ConfigureAwait(false);
        Volatile.Write(ref _isBehind, false);
        Tell();
    }

    /// <summary>Writes a block; until that has happened nothing is done.</summary>
    private async ValueTask<IdentityBlock> AppendAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        IdentityBlock block;
        try
        {
            block = _writer.Write(_blocks, _head, _setup.Clock.GetUtcNow(), entries);
            await _setup.Store.AppendAsync(_setup.Tenant, _blocks, block, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Whether the store has it or not, or somebody else's, the next call finds out.
            _isBehind = true;
            foreach (SchemaDeclared declared in entries.OfType<SchemaDeclared>())
            {
                _schemas.TryRemove(declared.Definition, out _);
            }

            throw;
        }

        foreach (SchemaDeclared declared in entries.OfType<SchemaDeclared>())
        {
            _replay.Declare(declared);
        }

        Volatile.Write(ref _head, block.Hash.ToArray());
        Volatile.Write(ref _blocks, block.Number + 1);
        return block;
    }

    private void Tell() => Interlocked.Exchange(ref _written, NewSignal()).TrySetResult();

    /// <summary>The number of a record's attributes; those that are new are declared.</summary>
    private int SchemaOf(RecordSchema schema, List<LedgerEntry> entries)
    {
        if (!_schemas.TryGetValue(schema, out int number))
        {
            number = _schemas.Count;
            _schemas[schema] = number;
            entries.Add(new SchemaDeclared(number, schema));
        }

        return number;
    }
}
