namespace CustomerInsight;

/// <summary>Makes the pages of an in-memory ledger without the entries to erase.</summary>
/// <param name="last">The ledger before.</param>
internal sealed class PageErasure(BlockSnapshot last)
{
    private readonly List<(int Page, int Start, int End, IdentityEntry Left)> _cuts = [];

    /// <summary>Takes up an entry to erase; by rising position.</summary>
    /// <param name="cursor">A cursor that has just read it.</param>
    /// <param name="entry">The entry.</param>
    public void Add(BlockCursor cursor, IdentityEntry entry)
    {
        if (!entry.IsErased)
        {
            _cuts.Add((cursor.Page, cursor.Offset - BlockCursor.EntryLength(entry), cursor.Offset, entry.Erase()));
        }
    }

    /// <summary>Makes the new pages.</summary>
    /// <returns>The ledger after.</returns>
    public BlockSnapshot Finish()
    {
        if (_cuts.Count == 0)
        {
            return last;
        }

        BlockPage[] pages = [.. last.Pages];
        for (int first = 0, end; first < _cuts.Count; first = end)
        {
            int page = _cuts[first].Page;
            for (end = first + 1; end < _cuts.Count && _cuts[end].Page == page; end++)
            {
            }

            pages[page] = Without(pages[page], _cuts[first..end], isTail: page == last.PageCount - 1);
        }

        return new BlockSnapshot(pages, last.PageCount, last.Blocks);
    }

    private static BlockPage Without(BlockPage page, List<(int Page, int Start, int End, IdentityEntry Left)> cuts, bool isTail)
    {
        int needed = page.Used + cuts.Sum(static cut => BlockCursor.EntryLength(cut.Left) - (cut.End - cut.Start));

        // On the last page there is still to be written.
        var made = new BlockPage(new byte[isTail ? Math.Max(needed, page.Bytes.Length) : needed], page.FirstBlock) { FirstStart = page.FirstStart };
        int done = 0;
        foreach ((_, int start, int end, IdentityEntry left) in cuts)
        {
            page.Bytes.AsSpan(done, start - done).CopyTo(made.Take(start - done));
            int length = BlockCursor.EntryLength(left);
            BlockCursor.WriteEntry(made.Take(length), left);
            if (start < page.FirstStart)
            {
                made.FirstStart += length - (end - start);
            }

            done = end;
        }

        page.Bytes.AsSpan(done, page.Used - done).CopyTo(made.Take(page.Used - done));
        return made;
    }
}
