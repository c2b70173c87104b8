namespace CustomerInsight.Matching;

/// <summary>Reads entries. The attributes of sources are known from the entries that declare them, so read a ledger from its beginning or declare them first.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class LedgerReader
{
    private readonly Dictionary<int, RecordSchema> _schemas = [];
    private readonly TextCache _names = new();

    /// <summary>Tells which kind of entry this is, without reading it.</summary>
    /// <exception cref="LedgerFormatException">It is of no known version or kind.</exception>
    public static LedgerEntryKind KindOf(IdentityEntry entry, EntryPosition position)
    {
        if (entry.IsErased)
        {
            return LedgerEntryKind.Erased;
        }

        var reader = new PayloadReader(entry.Payload.Span, position, null!);
        return EntryCodec.Kind(ref reader);
    }

    /// <summary>Makes attributes known without reading the entry that declares them.</summary>
    /// <param name="schema">Their number.</param>
    /// <param name="definition">The attributes.</param>
    public void Declare(int schema, RecordSchema definition) => _schemas[schema] = definition;

    /// <summary>Reads all entries of a block.</summary>
    /// <exception cref="LedgerFormatException">One of them cannot be read.</exception>
    public LedgerEntry[] Read(IdentityBlock block)
    {
        var entries = new LedgerEntry[block.Entries.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = Read(block.Entries[i], new EntryPosition(block.Number, i));
        }

        return entries;
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="position">Where it stands, for errors.</param>
    /// <returns>What it says; <see cref="Erased"/> where it was erased.</returns>
    /// <exception cref="LedgerFormatException">It cannot be read.</exception>
    public LedgerEntry Read(IdentityEntry entry, EntryPosition position)
    {
        if (entry.IsErased)
        {
            return Erased.Entry;
        }

        var reader = new PayloadReader(entry.Payload.Span, position, _names);
        LedgerEntry read = EntryCodec.Read(ref reader, _schemas);
        if (read is SchemaDeclared declared)
        {
            Declare(declared.Schema, declared.Definition);
        }

        return read;
    }
}
