namespace CustomerInsight.Matching;

/// <summary>Takes in the blocks of a ledger: the decisions as they stand there, without weighing anything again.</summary>
/// <remarks>It is also what a graph takes in that it has not written itself. Not safe from many threads.</remarks>
internal sealed partial class GraphReplay(IdentitySetup setup, Func<MatchModel, GraphState, ContentGraph, Generation> makeGeneration)
{
    private readonly LedgerReader _reader = new();
    private readonly Dictionary<RecordSchema, int> _schemas = [];
    private readonly List<LiveContent> _unread = [];
    private ContentGraph _contents = new();
    private EntryPosition _position;

    /// <summary>The generation after the last block that was taken in; null before a model.</summary>
    public Generation? Generation { get; private set; }

    public GraphState State { get; } = new();

    /// <summary>The records whose erasure is promised; whether it was carried out is to be made sure.</summary>
    public List<LiveRecord> Erased { get; } = [];

    public IReadOnlyDictionary<RecordSchema, int> Schemas => _schemas;

    /// <summary>Where the file of the model in use stands; null before a model.</summary>
    public EntryPosition? ModelFile { get; set; }

    /// <summary>Where files of models stand that are of no use any more, and were not erased.</summary>
    public List<EntryPosition> StaleFiles { get; } = [];

    /// <summary>The hash of the settings that the decisions were made with.</summary>
    public string SettingsHash { get; private set; } = string.Empty;

    /// <summary>The hash of the model in use.</summary>
    public string ModelHash { get; private set; } = string.Empty;

    /// <summary>Goes on from a generation that the graph made itself.</summary>
    public void Continue(Generation generation, EntryPosition modelFile, string modelHash, string settingsHash)
    {
        ModelHash = modelHash;
        Generation = generation;
        _contents = generation.Contents;
        ModelFile = modelFile;
        SettingsHash = settingsHash;
    }

    public void Declare(SchemaDeclared declared)
    {
        _schemas.TryAdd(declared.Definition, declared.Schema);
        _reader.Declare(declared.Schema, declared.Definition);
    }

    public void Take(IdentityBlock block)
    {
        LedgerEntry[] entries = _reader.Read(block);
        for (int i = 0; i < entries.Length; i++)
        {
            _position = new EntryPosition(block.Number, i);
            switch (entries[i])
            {
                case SchemaDeclared declared:
                    Declare(declared);
                    break;
                case RecordUpserted upserted:
                    Upsert(upserted, (i + 1 < entries.Length ? entries[i + 1] as RecordVersion : null)?.Value, block.Number);
                    break;
                case RecordsWaiting waiting:
                    for (int k = 0; k < waiting.Records.Count; k++)
                    {
                        Wait(waiting.Records[k], (i + 1 + k < entries.Length ? entries[i + 1 + k] as RecordVersion : null)?.Value, block.Number);
                    }

                    break;
                case PairsKept kept:
                    Keep(kept);
                    break;
                case RecordDeleted deleted:
                    Delete(Record(deleted.Record));
                    break;
                case RecordErased erased:
                    if (Record(erased.Record).Key != default)
                    {
                        // Its texts are still there.
                        Erased.Add(Record(erased.Record));
                    }

                    State.Forget(Record(erased.Record));
                    break;
                case ProfilesChanged changed:
                    Change(changed, entries.Any(static entry => entry is RecordErased));
                    break;
                case Asserted asserted:
                    State.Assert(new LiveAssertion(block.Number, asserted.Kind, Records(asserted.Left), Records(asserted.Right), entries.OfType<Noted>().FirstOrDefault()?.Note));
                    break;
                case Retracted retracted:
                    State.Retract(retracted.Block, block.Number);
                    break;
                case ModelAdopted adopted:
                    Adopt(adopted, block, i, entries);
                    break;
                case ContentsAssigned assigned:
                    Assign(assigned);
                    break;
                default:
                    // What a version says was taken with the entry before it, the model's file with the model; of what was erased nothing is left.
                    break;
            }
        }
    }

    /// <summary>Reads what the contents say that are new, on all cores, and makes them known.</summary>
    public async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        if (_unread.Count == 0 || Generation is not { } generation)
        {
            return;
        }

        LiveContent[] live = [.. _unread.Where(static content => content.First is not null)];
        var keys = new BlockKey[live.Length][];
        var parallel = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = setup.MaxDegreeOfParallelism > 0 ? setup.MaxDegreeOfParallelism : Environment.ProcessorCount,
        };
        await Task.Run(
            () => Parallel.For(0, live.Length, parallel, generation.Model.Rent, (i, _, finder) =>
            {
                live[i].Said = finder.Read(live[i].First!.Current!);
                keys[i] = finder.Keys(live[i].Said);
                return finder;
            }, generation.Model.Return),
            cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < live.Length; i++)
        {
            _contents.Know(live[i]);
            _contents.Block(live[i], keys[i], int.MaxValue - 1);
        }

        _unread.Clear();
    }

    private LiveRecord Record(int number) => State.Records[number] ?? throw Unknown("record", number);

    private LiveRecord[] Records(ValueList<int> numbers) => [.. numbers.Select(Record)];

    private LedgerFormatException Unknown(string what, int number) => new(LedgerFormatException.Damaged, _position, FormattableString.Invariant($"the ledger names the {what} {number}, which is not there at that point; check it with LedgerVerifier, and restore it from a copy"));

    private LiveRecord Versioned(int number, SourceRecord? version, long block)
    {
        LiveRecord record;
        if (number == State.Records.Count)
        {
            record = new LiveRecord(number, version?.Key ?? default) { FirstBlock = block };
            State.AddRecord(record, isKnown: version is not null);
        }
        else
        {
            record = Record(number);
        }

        if (version is not null)
        {
            record.AddVersion(block, version);
        }

        return record;
    }

    /// <summary>Takes in a version whose load goes on, or was cut off.</summary>
    private void Wait(int number, SourceRecord? version, long block)
    {
        LiveRecord record = Versioned(number, version, block);
        if (version is not null)
        {
            State.Waiting[record] = version;
        }
    }

    private void Upsert(RecordUpserted upserted, SourceRecord? version, long block)
    {
        LiveRecord record = Versioned(upserted.Record, version, block);
        if (!upserted.IsCurrent)
        {
            return;
        }

        State.Settle(record, version);
        State.Counts.Records += record.IsLive ? 0 : 1;
        LiveContent content = Content(upserted.Content);
        if (!ReferenceEquals(record.Content, content))
        {
            TakeOut(record);
            content.Add(record);
            record.Content = content;
        }

        if (version is not null)
        {
            record.Current = version;
        }
    }

    private void Delete(LiveRecord record)
    {
        State.Counts.Records -= record.IsLive ? 1 : 0;
        State.Waiting.Remove(record);
        TakeOut(record);
        record.Current = null;
    }

    private void Change(ProfilesChanged changed, bool isErased)
    {
        foreach (ProfileMembers members in changed.Profiles)
        {
            if (members.Added.Count > 0 || members.Removed.Count > 0)
            {
                State.ChangeProfile(members.Id.Value, Records(members.Added), Records(members.Removed), _position.Block);
            }
        }

        foreach (ProfileMembers members in changed.Profiles)
        {
            GraphState.Part(Records(members.Removed));
            foreach (int record in members.Rehomed)
            {
                Record(record).Home = members.Id.Value;
            }
        }

        foreach (ProfileRedirect retired in changed.Retired)
        {
            State.Retire(retired.From.Value, retired.To?.Value ?? 0, isErased);
        }
    }

    private void Adopt(ModelAdopted adopted, IdentityBlock block, int entry, LedgerEntry[] entries)
    {
        ModelHash = adopted.ModelHash;
        SettingsHash = adopted.SettingsHash;
        if (ModelFile is { } earlier && Generation is not null)
        {
            StaleFiles.Add(earlier);
        }

        ModelFile = new EntryPosition(block.Number, entry + 1);
        Generation = null;
        _contents = new ContentGraph();
        _unread.Clear();
        State.ForgetContents();

        // The file of a model that was adopted later is still there; of earlier ones nothing is needed.
        if (entry + 1 < entries.Length && entries[entry + 1] is ModelSaved saved)
        {
            using var file = new MemoryStream([.. saved.File]);
            Generation = makeGeneration(MatchModel.Load(file, setup.ModelFiles), State, _contents);
        }
    }
}
