namespace CustomerInsight;

/// <summary>An in-memory ledger at one version.</summary>
/// <param name="pages">The pages; more may follow that belong to later versions.</param>
/// <param name="pageCount">How many of them belong to this version.</param>
/// <param name="blocks">How many blocks they hold.</param>
internal sealed class BlockSnapshot(BlockPage[] pages, int pageCount, long blocks)
{
    public static BlockSnapshot Empty { get; } = new([], 0, 0);

    public BlockPage[] Pages => pages;

    public int PageCount => pageCount;

    public long Blocks => blocks;

    /// <summary>Reads blocks; their bytes are those of the pages.</summary>
    /// <param name="fromBlock">The number of the first one.</param>
    /// <returns>The blocks by rising number.</returns>
    public IEnumerable<IdentityBlock> Read(long fromBlock)
    {
        if (fromBlock >= blocks)
        {
            yield break;
        }

        BlockCursor cursor = Find(fromBlock);
        for (long number = fromBlock; number < blocks; number++)
        {
            yield return cursor.Next(number);
        }
    }

    /// <summary>Goes to where a block begins.</summary>
    /// <param name="block">A block of this version.</param>
    /// <returns>A cursor at its first byte. Cost: O(log pages + the bytes of a page).</returns>
    public BlockCursor Find(long block)
    {
        int low = 0;
        int high = pageCount - 1;
        while (low < high)
        {
            // The last page before which no more blocks begin than come before this one.
            int middle = high - ((high - low) / 2);
            (low, high) = pages[middle].FirstBlock <= block ? (middle, high) : (low, middle - 1);
        }

        var cursor = new BlockCursor(pages, low, pages[low].FirstStart);
        for (long number = pages[low].FirstBlock; number < block; number++)
        {
            cursor.Skip();
        }

        return cursor;
    }
}
