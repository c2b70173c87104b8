namespace CustomerInsight;

/// <summary>The ledger of one tenant in memory.</summary>
/// <remarks>Writers take turns; readers take the snapshot that was published last.</remarks>
internal sealed class BlockPages
{
    // Below the size at which the runtime treats an array as a large object; a small tenant takes little.
    private const int LargestPage = 1 << 16;
    private const int SmallestPage = 1 << 10;

    private readonly object _writing = new();
    private BlockSnapshot _current = BlockSnapshot.Empty;

    /// <summary>Gets the ledger as it was published last.</summary>
    public BlockSnapshot Current => Volatile.Read(ref _current);

    /// <summary>The error for a position that no entry has.</summary>
    public static ArgumentException Unknown(EntryPosition position) =>
        new($"The ledger has no entry {position.Entry} in block {position.Block}; nothing was erased. Give positions of the same tenant's ledger.");

    /// <summary>Appends a block.</summary>
    /// <exception cref="StoreConflictException">Its number is not the version.</exception>
    public void Append(IdentityBlock block)
    {
        lock (_writing)
        {
            BlockSnapshot last = _current;
            if (last.Blocks != block.Number)
            {
                throw new StoreConflictException(block.Number, last.Blocks);
            }

            BlockPage? tail = last.PageCount > 0 ? last.Pages[last.PageCount - 1] : null;
            (int used, int firstStart) = (tail?.Used ?? 0, tail?.FirstStart ?? 0);
            try
            {
                Volatile.Write(ref _current, Write(last, block));
            }
            catch
            {
                // What was begun on the last page was not published.
                if (tail is not null)
                {
                    (tail.Used, tail.FirstStart) = (used, firstStart);
                }

                throw;
            }
        }
    }

    /// <summary>Erases entries.</summary>
    /// <param name="entries">Their positions, each once, in rising order.</param>
    /// <exception cref="ArgumentException">There is no entry at one of them.</exception>
    public void Erase(EntryPosition[] entries)
    {
        lock (_writing)
        {
            BlockSnapshot last = _current;
            var erasure = new PageErasure(last);
            for (int i = 0; i < entries.Length;)
            {
                long block = entries[i].Block;
                if (block < 0 || block >= last.Blocks || entries[i].Entry < 0)
                {
                    throw Unknown(entries[i]);
                }

                BlockCursor cursor = last.Find(block);
                int count = cursor.Head(out _, out _);
                for (int place = 0; i < entries.Length && entries[i].Block == block; place++)
                {
                    if (place == count)
                    {
                        throw Unknown(entries[i]);
                    }

                    IdentityEntry entry = cursor.Entry();
                    if (entries[i].Entry == place)
                    {
                        erasure.Add(cursor, entry);
                        i++;
                    }
                }
            }

            Volatile.Write(ref _current, erasure.Finish());
        }
    }

    private static BlockSnapshot Write(BlockSnapshot last, IdentityBlock block)
    {
        BlockPage[] pages = last.Pages;
        int count = last.PageCount;
        BlockPage page = PageFor(BlockCursor.HeadLength(block.Entries.Count), block.Number);
        page.FirstStart = page.FirstStart < 0 ? page.Used : page.FirstStart;
        BlockCursor.WriteHead(page.Take(BlockCursor.HeadLength(block.Entries.Count)), block);
        foreach (IdentityEntry entry in block.Entries.AsSpan())
        {
            int length = BlockCursor.EntryLength(entry);
            page = PageFor(length, block.Number + 1);
            BlockCursor.WriteEntry(page.Take(length), entry);
        }

        return new BlockSnapshot(pages, count, block.Number + 1);

        BlockPage PageFor(int length, long firstBlock)
        {
            if (count > 0 && pages[count - 1].Free >= length)
            {
                return pages[count - 1];
            }

            int size = Math.Max(length, count == 0 ? SmallestPage : Math.Clamp(pages[count - 1].Bytes.Length * 2, SmallestPage, LargestPage));
            if (count == pages.Length)
            {
                Array.Resize(ref pages, Math.Max(4, count * 2));
            }

            return pages[count++] = new BlockPage(new byte[size], firstBlock);
        }
    }
}
