using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CustomerInsight;

/// <summary>Walks the blocks and entries on the pages of an in-memory ledger.</summary>
/// <remarks>
/// A block is a head (time, hash, how many entries) and its entries. An entry is its length, doubled, and its content; or the number 1 and its commitment
/// where it is erased. Heads and entries never part over pages.
/// </remarks>
/// <param name="pages">The pages.</param>
/// <param name="page">The page to begin with.</param>
/// <param name="offset">Where on it.</param>
internal struct BlockCursor(BlockPage[] pages, int page, int offset)
{
    private int _page = page;
    private int _offset = offset;

    /// <summary>Gets the page of what was read last.</summary>
    public readonly int Page => _page;

    /// <summary>Gets where on its page ends what was read last.</summary>
    public readonly int Offset => _offset;

    /// <summary>How many bytes a block's head takes.</summary>
    public static int HeadLength(int entries) => sizeof(long) + IdentityBlock.HashLength + LengthLength((uint)entries);

    /// <summary>How many bytes an entry takes.</summary>
    public static int EntryLength(IdentityEntry entry) => entry.IsErased
        ? 1 + IdentityEntry.CommitmentLength
        : checked(LengthLength((uint)entry.Content.Length << 1) + entry.Content.Length);

    public static void WriteHead(Span<byte> destination, IdentityBlock block)
    {
        BinaryPrimitives.WriteInt64LittleEndian(destination, block.At.UtcTicks);
        block.Hash.Span.CopyTo(destination[sizeof(long)..]);
        WriteLength(destination[(sizeof(long) + IdentityBlock.HashLength)..], (uint)block.Entries.Count);
    }

    public static void WriteEntry(Span<byte> destination, IdentityEntry entry)
    {
        if (entry.IsErased)
        {
            destination[0] = 1;
            entry.KeptCommitment.Span.CopyTo(destination[1..]);
            return;
        }

        int length = WriteLength(destination, (uint)entry.Content.Length << 1);
        entry.Content.Span.CopyTo(destination[length..]);
    }

    /// <summary>Reads the block that begins here.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The block, on bytes of the pages.</returns>
    public IdentityBlock Next(long number)
    {
        int entries = Head(out long ticks, out ReadOnlyMemory<byte> hash);
        var all = new IdentityEntry[entries];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = Entry();
        }

        return new IdentityBlock(number, new DateTimeOffset(ticks, TimeSpan.Zero), hash, new ValueList<IdentityEntry>(ImmutableCollectionsMarshal.AsImmutableArray(all)));
    }

    /// <summary>Passes over the block that begins here.</summary>
    public void Skip()
    {
        for (int left = Head(out _, out _); left > 0; left--)
        {
            Entry();
        }
    }

    /// <summary>Reads a block's head.</summary>
    /// <returns>How many entries follow.</returns>
    public int Head(out long ticks, out ReadOnlyMemory<byte> hash)
    {
        byte[] bytes = Bytes();
        ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(_offset));
        hash = bytes.AsMemory(_offset + sizeof(long), IdentityBlock.HashLength);
        _offset += sizeof(long) + IdentityBlock.HashLength;
        return (int)ReadLength(bytes);
    }

    /// <summary>Reads an entry.</summary>
    public IdentityEntry Entry()
    {
        byte[] bytes = Bytes();
        uint length = ReadLength(bytes);
        int taken = length == 1 ? IdentityEntry.CommitmentLength : (int)(length >> 1);
        ReadOnlyMemory<byte> held = bytes.AsMemory(_offset, taken);
        _offset += taken;
        return length == 1 ? IdentityEntry.Erased(held) : new IdentityEntry(held);
    }

    private static int LengthLength(uint length) => length < 1u << 7 ? 1 : length < 1u << 14 ? 2 : length < 1u << 21 ? 3 : length < 1u << 28 ? 4 : 5;

    private static int WriteLength(Span<byte> destination, uint length)
    {
        int taken = 0;
        for (; length >= 0x80; length >>= 7)
        {
            destination[taken++] = (byte)(length | 0x80);
        }

        destination[taken] = (byte)length;
        return taken + 1;
    }

    private uint ReadLength(byte[] bytes)
    {
        uint length = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[_offset++];
            length |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return length;
            }
        }
    }

    private byte[] Bytes()
    {
        if (_offset == pages[_page].Used)
        {
            _page++;
            _offset = 0;
        }

        return pages[_page].Bytes;
    }
}
