using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Turns entries into bytes and back: a version, a kind, and the parts in the order of the entry's constructor.</summary>
internal static class EntryCodec
{
    public static void Write(PayloadWriter writer, LedgerEntry entry)
    {
        writer.Byte(PayloadForm.Version);
        switch (entry)
        {
            case RecordUpserted upserted:
                writer.Byte((byte)LedgerEntryKind.RecordUpserted);
                writer.Number(upserted.Record);
                writer.Signed(upserted.Content);
                writer.Byte(upserted.IsCurrent ? (byte)1 : (byte)0);
                break;
            case RecordVersion version:
                writer.Byte((byte)LedgerEntryKind.RecordVersion);
                writer.Number(version.Schema);
                RecordCodec.Write(writer, version.Value);
                break;
            case PairsKept kept:
                writer.Byte((byte)LedgerEntryKind.PairsKept);
                Write(writer, kept);
                break;
            case ProfilesChanged changed:
                writer.Byte((byte)LedgerEntryKind.ProfilesChanged);
                Write(writer, changed);
                break;
            case ContentsAssigned assigned:
                writer.Byte((byte)LedgerEntryKind.ContentsAssigned);
                writer.Numbers(assigned.Records);
                writer.Numbers(assigned.Contents);
                break;
            case RecordsWaiting waiting:
                writer.Byte((byte)LedgerEntryKind.RecordsWaiting);
                writer.Numbers(waiting.Records);
                break;
            case ModelSaved saved:
                writer.Byte((byte)LedgerEntryKind.ModelSaved);
                writer.Bytes(saved.File.AsSpan());
                break;
            case RecordDeleted deleted:
                writer.Byte((byte)LedgerEntryKind.RecordDeleted);
                writer.Number(deleted.Record);
                break;
            case RecordErased erased:
                writer.Byte((byte)LedgerEntryKind.RecordErased);
                writer.Number(erased.Record);
                break;
            case Asserted asserted:
                writer.Byte((byte)LedgerEntryKind.Asserted);
                writer.Number((int)asserted.Kind);
                writer.Numbers(asserted.Left);
                writer.Numbers(asserted.Right);
                break;
            case Retracted retracted:
                writer.Byte((byte)LedgerEntryKind.Retracted);
                writer.Number(retracted.Block);
                break;
            case Noted noted:
                writer.Byte((byte)LedgerEntryKind.Noted);
                Write(writer, noted.Note);
                break;
            case ModelAdopted adopted:
                writer.Byte((byte)LedgerEntryKind.ModelAdopted);
                writer.Text(adopted.ModelHash);
                writer.Text(adopted.SettingsHash);
                break;
            case SchemaDeclared declared:
                writer.Byte((byte)LedgerEntryKind.SchemaDeclared);
                writer.Number(declared.Schema);
                RecordCodec.Write(writer, declared.Definition);
                break;
            default:
                throw new ArgumentException($"An entry of type {entry.GetType().Name} cannot be written.", nameof(entry));
        }
    }

    /// <summary>Reads version and kind.</summary>
    public static LedgerEntryKind Kind(ref PayloadReader reader)
    {
        byte version = reader.Byte();
        if (version != PayloadForm.Version)
        {
            throw version > PayloadForm.Version ? reader.Newer($"it is of version {version}") : reader.Damaged("it is of no version");
        }

        byte kind = reader.Byte();
        return kind is > 0 and <= (byte)LedgerEntryKind.RecordsWaiting ? (LedgerEntryKind)kind : throw reader.Newer($"it is of kind {kind}");
    }

    public static LedgerEntry Read(ref PayloadReader reader, Dictionary<int, RecordSchema> schemas)
    {
        LedgerEntry entry = Kind(ref reader) switch
        {
            LedgerEntryKind.RecordUpserted => new RecordUpserted(reader.Int(), reader.SignedInt(), IsThere(ref reader)),
            LedgerEntryKind.RecordVersion => Version(ref reader, schemas),
            LedgerEntryKind.PairsKept => Pairs(ref reader),
            LedgerEntryKind.ProfilesChanged => Profiles(ref reader),
            LedgerEntryKind.ContentsAssigned => new ContentsAssigned(List(reader.Numbers()), List(reader.Numbers())),
            LedgerEntryKind.RecordsWaiting => new RecordsWaiting(List(reader.Numbers())),
            LedgerEntryKind.ModelSaved => new ModelSaved(List(reader.Bytes())),
            LedgerEntryKind.RecordDeleted => new RecordDeleted(reader.Int()),
            LedgerEntryKind.RecordErased => new RecordErased(reader.Int()),
            LedgerEntryKind.Asserted => new Asserted(Kind(reader.Int(), reader), List(reader.Numbers()), List(reader.Numbers())),
            LedgerEntryKind.Retracted => new Retracted(reader.Long()),
            LedgerEntryKind.Noted => new Noted(Note(ref reader)),
            LedgerEntryKind.ModelAdopted => new ModelAdopted(reader.Text(), reader.Text()),
            _ => new SchemaDeclared(reader.Int(), RecordCodec.Schema(ref reader)),
        };
        return reader.IsAtEnd ? entry : throw reader.Damaged("it goes on behind its end");
    }

    private static void Write(PayloadWriter writer, PairsKept kept)
    {
        writer.Number(kept.Content);
        writer.Number(kept.Pairs.Count);
        foreach (KeptPair pair in kept.Pairs.AsSpan())
        {
            writer.Number(pair.Content);
            writer.Double(pair.Weight);
            writer.Signed(pair.Rule);
            writer.Signed(pair.MatchRule);
        }
    }

    private static PairsKept Pairs(ref PayloadReader reader)
    {
        int content = reader.Int();
        var pairs = new KeptPair[reader.Count(shortest: 3 + sizeof(double))];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = new KeptPair(reader.Int(), reader.Double(), reader.SignedInt(), reader.SignedInt());
        }

        return new PairsKept(content, List(pairs));
    }

    private static void Write(PayloadWriter writer, ProfilesChanged changed)
    {
        writer.Number(changed.Profiles.Count);
        foreach (ProfileMembers profile in changed.Profiles.AsSpan())
        {
            writer.Signed(profile.Id.Value);
            writer.Byte((byte)profile.Kind);
            writer.Numbers(profile.Added);
            writer.Numbers(profile.Removed);
            writer.Numbers(profile.Rehomed);
        }

        writer.Number(changed.Retired.Count);
        foreach (ProfileRedirect redirect in changed.Retired.AsSpan())
        {
            writer.Signed(redirect.From.Value);
            writer.Byte(redirect.To is null ? (byte)0 : (byte)1);
            if (redirect.To is { } to)
            {
                writer.Signed(to.Value);
            }
        }
    }

    private static ProfilesChanged Profiles(ref PayloadReader reader)
    {
        var profiles = new ProfileMembers[reader.Count(shortest: 5)];
        for (int i = 0; i < profiles.Length; i++)
        {
            profiles[i] = new ProfileMembers(new ProfileId(reader.Signed()), Change(ref reader), List(reader.Numbers()), List(reader.Numbers()), List(reader.Numbers()));
        }

        var retired = new ProfileRedirect[reader.Count(shortest: 2)];
        for (int i = 0; i < retired.Length; i++)
        {
            retired[i] = new ProfileRedirect(new ProfileId(reader.Signed()), IsThere(ref reader) ? new ProfileId(reader.Signed()) : null);
        }

        return new ProfilesChanged(List(profiles), List(retired));
    }

    private static ProfileChangeKind Change(ref PayloadReader reader) =>
        reader.Byte() is var kind && kind <= (byte)ProfileChangeKind.Emptied ? (ProfileChangeKind)kind : throw reader.Newer($"a profile changed in a way of kind {kind}");

    private static RecordVersion Version(ref PayloadReader reader, Dictionary<int, RecordSchema> schemas)
    {
        int number = reader.Int();
        return schemas.TryGetValue(number, out RecordSchema? schema)
            ? new RecordVersion(number, RecordCodec.Read(ref reader, schema))
            : throw reader.Damaged($"its attributes have the number {number}, which no entry before declares");
    }

    private static void Write(PayloadWriter writer, StewardNote note)
    {
        writer.Text(note.Author);
        writer.Byte(note.Reason is null ? (byte)0 : (byte)1);
        if (note.Reason is { } reason)
        {
            writer.Text(reason);
        }

        writer.Moment(note.At);
    }

    private static StewardNote Note(ref PayloadReader reader) => new(reader.Text(), IsThere(ref reader) ? reader.Text() : null, reader.Moment());

    private static bool IsThere(ref PayloadReader reader) => reader.Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw reader.Damaged("what is there or not is neither"),
    };

    private static AssertionKind Kind(int kind, PayloadReader reader) =>
        kind <= (int)AssertionKind.Different ? (AssertionKind)kind : throw reader.Newer($"it asserts something of kind {kind}");

    private static ValueList<T> List<T>(T[] items) => new(ImmutableCollectionsMarshal.AsImmutableArray(items));
}
