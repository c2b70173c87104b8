namespace CustomerInsight;

/// <summary>Numbers distinct texts in the order in which they come.</summary>
/// <remarks>
/// Open addressing with the hash beside the number, so that a text is only compared with one of the same hash; in parts, so
/// that growing moves little at a time.
/// </remarks>
internal sealed class TextTable
{
    /// <summary>How many texts are looked up together.</summary>
    public const int BlockLength = 64;

    private const int PartBits = 8;
    private const int FirstSlots = 16;

    // In a slot the upper half is the hash, the lower the text's number plus one; 0 is a free slot.
    private readonly ulong[][] _parts = new ulong[1 << PartBits][];
    private readonly int[] _counts = new int[1 << PartBits];
    private readonly ChunkedList<string> _texts = new();

    public TextTable()
    {
        for (int part = 0; part < _parts.Length; part++)
        {
            _parts[part] = new ulong[FirstSlots];
        }
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _texts.Count;

    /// <summary>The text of a number.</summary>
    public string this[int number] => _texts[number];

    /// <summary>Finds a text's number; a new text gets the next.</summary>
    public int Add(string text) => Add(text, HashOf(text));

    /// <summary>Finds the numbers of several texts, at most <see cref="BlockLength"/>; new ones get the next.</summary>
    public void Add(ReadOnlySpan<string> texts, Span<int> numbers)
    {
        Span<uint> hashes = stackalloc uint[BlockLength];
        for (int i = 0; i < texts.Length; i++)
        {
            hashes[i] = HashOf(texts[i]);
        }

        // Looks that do not wait for each other, so that the memory behind them is fetched at once, not one after the other.
        for (int i = 0; i < texts.Length; i++)
        {
            ulong[] slots = _parts[hashes[i] >> (32 - PartBits)];
            numbers[i] = (int)slots[hashes[i] & (slots.Length - 1)] - 1;
        }

        for (int i = 0; i < texts.Length; i++)
        {
            int likely = numbers[i];
            numbers[i] = likely >= 0 && ReferenceEquals(_texts[likely], texts[i]) ? likely : Add(texts[i], hashes[i]);
        }
    }

    /// <summary>Finds a text's number; −1 where it is not known.</summary>
    public int Find(string text)
    {
        uint hash = HashOf(text);
        ulong[] slots = _parts[hash >> (32 - PartBits)];
        uint mask = (uint)slots.Length - 1;
        for (uint at = hash & mask; slots[at] != 0; at = (at + 1) & mask)
        {
            if (IsAt(slots[at], hash, text))
            {
                return (int)slots[at] - 1;
            }
        }

        return -1;
    }

    private static uint HashOf(string text) => (uint)StringComparer.Ordinal.GetHashCode(text);

    private int Add(string text, uint hash)
    {
        ulong[] slots = _parts[hash >> (32 - PartBits)];
        uint mask = (uint)slots.Length - 1;
        for (uint at = hash & mask; ; at = (at + 1) & mask)
        {
            ulong slot = slots[at];
            if (slot == 0)
            {
                slots[at] = ((ulong)hash << 32) | (uint)(Count + 1);
                _texts.Add(text);
                CountIn(hash >> (32 - PartBits));
                return Count - 1;
            }

            if (IsAt(slot, hash, text))
            {
                return (int)slot - 1;
            }
        }
    }

    private bool IsAt(ulong slot, uint hash, string text) => (uint)(slot >> 32) == hash && string.Equals(_texts[(int)slot - 1], text, StringComparison.Ordinal);

    private void CountIn(uint part)
    {
        if (++_counts[part] * 4 > _parts[part].Length * 3)
        {
            _parts[part] = Larger(_parts[part]);
        }
    }

    private static ulong[] Larger(ulong[] slots)
    {
        ulong[] larger = new ulong[slots.Length * 2];
        uint mask = (uint)larger.Length - 1;
        foreach (ulong slot in slots)
        {
            if (slot != 0)
            {
                uint at = (uint)(slot >> 32) & mask;
                while (larger[at] != 0)
                {
                    at = (at + 1) & mask;
                }

                larger[at] = slot;
            }
        }

        return larger;
    }
}
