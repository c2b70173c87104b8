namespace CustomerInsight;

/// <summary>Bytes of an in-memory ledger: the ends of blocks, whole blocks and the beginning of one.</summary>
/// <param name="bytes">The bytes. Those that a snapshot tells of are never changed.</param>
/// <param name="firstBlock">How many blocks begin on the pages before, so the number of the first block that begins here, if one does.</param>
internal sealed class BlockPage(byte[] bytes, long firstBlock)
{
    public byte[] Bytes => bytes;

    public long FirstBlock => firstBlock;

    /// <summary>Gets or sets where the first block begins that begins here; −1 while none does.</summary>
    public int FirstStart { get; set; } = -1;

    /// <summary>Gets or sets how many bytes are taken.</summary>
    public int Used { get; set; }

    public int Free => bytes.Length - Used;

    /// <summary>Takes bytes at the end.</summary>
    public Span<byte> Take(int length)
    {
        Used += length;
        return bytes.AsSpan(Used - length, length);
    }
}
