namespace CustomerInsight.Matching;

/// <summary>The contents that live records have, with their kept pairs and their blocks, as one model judged them.</summary>
/// <threadsafety>One writer. Readers may find contents and candidates at any time; the rest is the writer's.</threadsafety>
internal sealed class ContentGraph
{
    private readonly ShardedTable<RecordContent, LiveContent, ContentHashing> _bySaying = new();
    private long _edits;

    /// <summary>The contents by their numbers; null where nobody says so any more.</summary>
    public NumberedList<LiveContent?> Contents { get; } = new();

    /// <summary>Which contents have each blocking key.</summary>
    public BlockMap Blocks { get; } = new();

    /// <summary>How many changes there were: as long as it stays the same, so do the candidates.</summary>
    public long Edits => Volatile.Read(ref _edits);

    public LiveContent? Find(RecordContent said) => _bySaying.Find(said);

    /// <summary>Adds a content that is next in number.</summary>
    public void Add(LiveContent content)
    {
        Contents.Add(content);
        _bySaying.Add(content.Said, content);
    }

    /// <summary>Makes a content known by what it says, whose number was taken before.</summary>
    public void Know(LiveContent content) => _bySaying.Add(content.Said, content);

    /// <summary>Adds the blocking keys of a content; gives how many blocks came to have more contents than the limit.</summary>
    public int Block(LiveContent content, BlockKey[] keys, int largestBlock)
    {
        int grown = 0;
        foreach (BlockKey key in keys)
        {
            grown += Blocks.Add(PairFinder.Stored(key), content.Number) == largestBlock + 1 ? 1 : 0;
        }

        // Last: who sees the count has seen the blocks.
        Volatile.Write(ref _edits, _edits + 1);

        return grown;
    }

    /// <summary>Takes a content out, with its blocking keys.</summary>
    public void Remove(LiveContent content, BlockKey[] keys)
    {
        foreach (BlockKey key in keys)
        {
            Blocks.Remove(PairFinder.Stored(key), content.Number);
        }

        Contents[content.Number] = null;
        _bySaying.Remove(content.Said, content);
        Volatile.Write(ref _edits, _edits + 1);
    }
}
