namespace CustomerInsight.Matching;

/// <summary>What some live records say, all the same: a node of the graph.</summary>
/// <remarks>Its list of records is copied by each change, so that one who goes through it is not disturbed.</remarks>
internal sealed class LiveContent(int number, RecordContent? said = null)
{
    // None, one record, or an array of several.
    private object? _records;

    public int Number { get; } = number;

    /// <summary>What they say; not known yet for a moment while a ledger is replayed.</summary>
    public RecordContent Said { get; set; } = said!;

    /// <summary>The kept pairs that it is one of.</summary>
    public KeptLink[] Links { get; set; } = [];

    /// <summary>The last search through the graph that came by; for the writer alone.</summary>
    public int Visit { get; set; }

    /// <summary>Its place among the contents of that search.</summary>
    public int Place { get; set; }

    /// <summary>How many live records say so.</summary>
    public int Count => Volatile.Read(ref _records) switch { null => 0, LiveRecord => 1, LiveRecord[] several => several.Length, _ => 0 };

    /// <summary>The first of the records in canonical order, or null.</summary>
    public LiveRecord? First => Volatile.Read(ref _records) switch { LiveRecord one => one, LiveRecord[] several => several[0], _ => null };

    /// <summary>The records in canonical order.</summary>
    public LiveRecord this[int index] => _records as LiveRecord ?? ((LiveRecord[])_records!)[index];

    public void Add(LiveRecord record)
    {
        RecordKey key = record.Key;
        switch (_records)
        {
            case null:
                Volatile.Write(ref _records, record);
                break;
            case LiveRecord one:
                Volatile.Write(ref _records, one.Key < key ? [one, record] : new[] { record, one });
                break;
            case LiveRecord[] several:
                int place = PlaceOf(several, key);
                Volatile.Write(ref _records, (LiveRecord[])[.. several.AsSpan(0, place), record, .. several.AsSpan(place)]);
                break;
        }
    }

    public void Remove(LiveRecord record)
    {
        if (_records is LiveRecord[] several)
        {
            LiveRecord[] rest = Array.FindAll(several, other => !ReferenceEquals(other, record));
            Volatile.Write(ref _records, rest.Length == 1 ? rest[0] : rest);
        }
        else if (ReferenceEquals(_records, record))
        {
            Volatile.Write(ref _records, null);
        }
    }

    /// <summary>Adds the records to a list, in canonical order.</summary>
    public void AddTo(List<LiveRecord> records)
    {
        if (_records is LiveRecord[] several)
        {
            records.AddRange(several);
        }
        else if (_records is LiveRecord one)
        {
            records.Add(one);
        }
    }

    /// <summary>Puts records in canonical order in place of all it has; for loading.</summary>
    public void Set(LiveRecord[] records) => _records = records.Length == 1 ? records[0] : records;

    public void Link(in KeptLink link) => Links = [.. Links, link];

    public void Unlink(LiveContent other) => Links = Array.FindAll(Links, link => !ReferenceEquals(link.Other, other));

    // While a ledger is replayed, several may have no key: those that were erased since.
    private static int PlaceOf(ReadOnlySpan<LiveRecord> span, RecordKey key)
    {
        int low = 0;
        int high = span.Length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = span[middle].Key < key ? (middle + 1, high) : (low, middle - 1);
        }

        return low;
    }
}
