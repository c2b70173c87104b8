namespace CustomerInsight.Testing;

/// <summary>Blocks of an identity ledger that no library wrote: any bytes, chained as real ones are.</summary>
internal static class MadeUpBlocks
{
    private const int LongPayload = 100_000;
    private const int MostEntries = 1_024;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the next block of a chain; among any five there are one without entries, one with many and one with a long one.</summary>
    /// <param name="random">Decides about the bytes.</param>
    /// <param name="previous">The blocks before.</param>
    public static IdentityBlock Next(SeededRandom random, IReadOnlyList<IdentityBlock> previous)
    {
        int number = previous.Count;
        int entries = (number % 5) switch { 0 => 3, 1 => 1, 2 => 0, 3 => MostEntries, _ => 1 + random.Next(4) };
        var all = new IdentityEntry[entries];
        for (int i = 0; i < all.Length; i++)
        {
            int payload = number % 5 == 1 ? LongPayload : i == 0 ? 0 : random.Next(60);
            all[i] = new IdentityEntry(Bytes(random, IdentityEntry.SaltLength + payload));
        }

        // To the tick: some databases keep less of a time.
        DateTimeOffset at = Start.AddTicks((number * TimeSpan.TicksPerSecond) + random.Next((int)TimeSpan.TicksPerSecond));
        byte[] hash = new byte[IdentityBlock.HashLength];
        IdentityBlock.ComputeHash((number == 0 ? IdentityBlock.FirstPreviousHash : previous[^1].Hash).Span, number, at, all, hash);
        return new IdentityBlock(number, at, hash, ValueList.From(all));
    }

    /// <summary>Copies a block, bytes and all.</summary>
    public static IdentityBlock Copy(IdentityBlock block, out List<byte[]> bytes)
    {
        List<byte[]> copied = [block.Hash.ToArray()];
        var entries = new IdentityEntry[block.Entries.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            copied.Add(block.Entries[i].Content.ToArray());
            entries[i] = new IdentityEntry(copied[^1]);
        }

        bytes = copied;
        return new IdentityBlock(block.Number, block.At, copied[0], ValueList.From(entries));
    }

    private static byte[] Bytes(SeededRandom random, int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)random.NextBits();
        }

        return bytes;
    }
}
