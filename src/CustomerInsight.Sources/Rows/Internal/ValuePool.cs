using System.Numerics;
using System.Text;
using System.Text.Unicode;

namespace CustomerInsight.Sources;

/// <summary>Gives equal values of a column one string, so that a million rows do not hold a million copies of one city.</summary>
/// <remarks>
/// A table that grows for as long as values repeat, up to a limit, and then forgets: a new value takes the place of an older one.
/// A column whose values hardly repeat is not looked up any more. Values are looked up by their bytes, so that only new ones are decoded.
/// </remarks>
internal sealed class ValuePool
{
    /// <summary>How many values can be expected at a time.</summary>
    public const int MostExpected = 64;

    // In parts, so that growing allocates no large object: those make the runtime look through all that lives.
    private const int PartBits = 7;
    private const int FirstSlots = 8;
    private const int MostSlots = 1 << 11;
    private const int Ways = 4;
    private const int MaxLength = 96;

    // A short trial for columns of keys, in which hardly any value is met again; a long one for what repeats rarely.
    private const int FirstTrial = 1 << 11;
    private const int FirstHitShare = 128;
    private const int Trial = 1 << 16;
    private const int HitShare = 8;

    private PooledValue[]?[]? _parts = new PooledValue[1 << PartBits][];
#pragma warning disable IDE0052 // Written so that the compiler does not leave the looks out.
    private ulong _expected;
#pragma warning restore IDE0052

    private readonly int[] _held = new int[1 << PartBits];
    private int _trial = FirstTrial;
    private int _hitShare = FirstHitShare;
    private int _lookups;
    private int _hits;

    /// <summary>Gives a value's text; none for a blank one.</summary>
    public AttributeValues Get(ReadOnlySpan<char> value)
    {
        if (_parts is null || value.Length > MaxLength)
        {
            return value.ToString();
        }

        Span<byte> utf8 = stackalloc byte[MaxLength * 3];
        return Utf8.FromUtf16(value, utf8, out _, out int length, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done
            ? Get(utf8[..length])
            : value.ToString();
    }

    /// <summary>Gives the text of a value in UTF-8, which must be valid; none for a blank one.</summary>
    public AttributeValues Get(ReadOnlySpan<byte> utf8)
    {
        if (_parts is null || utf8.Length > MaxLength)
        {
            return ToText(utf8);
        }

        if (++_lookups == _trial)
        {
            Judge();
            return Get(utf8);
        }

        var sought = PooledValue.Of(utf8);
        uint hash = sought.Hash;
        uint part = hash >> (32 - PartBits);
        PooledValue[] slots = _parts[part] ??= new PooledValue[FirstSlots];
        int free = -1;
        for (int way = 0; way < Ways; way++)
        {
            int at = Slot(hash, way, slots.Length);
            ref PooledValue known = ref slots[at];
            if (known.Text.IsNone)
            {
                free = at;
                break;
            }

            if (known.Equals(sought) && (sought.IsWhole || IsText(utf8, known.Text.First)))
            {
                _hits++;
                return known.Text;
            }
        }

        AttributeValues text = ToText(utf8);
        Keep(sought with { Text = text }, part, free);
        return text;
    }

    /// <summary>Looks where some values of a batch will be looked up, so that the memory is at hand by then: looks in a row do not wait for each other.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="index">The column's place in it.</param>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row after the last, at most <see cref="MostExpected"/> after the first.</param>
    public void Expect(CsvBatch batch, int index, int from, int to)
    {
        if (_parts is null)
        {
            return;
        }

        Span<uint> hashes = stackalloc uint[MostExpected];
        hashes = hashes[..(to - from)];
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[i] = PooledValue.Of(batch.Field(from + i, index)).Hash;
        }

        ulong seen = 0;
        foreach (uint hash in hashes)
        {
            if (_parts[hash >> (32 - PartBits)] is { } slots)
            {
                seen ^= slots[Slot(hash, 0, slots.Length)].Low;
            }
        }

        _expected = seen;
    }

    private static string ToText(ReadOnlySpan<byte> utf8) => Ascii.IsValid(utf8) ? Encoding.Latin1.GetString(utf8) : Encoding.UTF8.GetString(utf8);

    private static bool IsText(ReadOnlySpan<byte> utf8, string? text)
    {
        Span<char> decoded = stackalloc char[MaxLength];
        return decoded[..Encoding.UTF8.GetChars(utf8, decoded)].SequenceEqual(text);
    }

    private static int Slot(uint hash, int way, int slots) => ((int)hash + way) & (slots - 1);

    private void Keep(in PooledValue value, uint part, int free)
    {
        // With all ways taken the hash chooses which to forget, so that no two values push each other out for ever.
        PooledValue[] slots = _parts![part]!;
        uint hash = value.Hash;
        slots[free >= 0 ? free : Slot(hash, BitOperations.PopCount(hash) % Ways, slots.Length)] = value;
        if (++_held[part] > slots.Length / 2 && slots.Length < MostSlots)
        {
            _parts[part] = Larger(slots);
        }
    }

    /// <summary>Drops the table where values hardly repeat.</summary>
    private void Judge()
    {
        _parts = _hits < _lookups / _hitShare ? null : _parts;
        (_trial, _hitShare, _lookups, _hits) = (Trial, HitShare, 0, 0);
    }

    private static PooledValue[] Larger(PooledValue[] slots)
    {
        var larger = new PooledValue[slots.Length * 2];
        foreach (ref readonly PooledValue value in slots.AsSpan())
        {
            for (int way = 0; !value.Text.IsNone && way < Ways; way++)
            {
                int at = Slot(value.Hash, way, larger.Length);
                if (larger[at].Text.IsNone)
                {
                    larger[at] = value;
                    break;
                }
            }
        }

        return larger;
    }
}
