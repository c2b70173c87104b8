using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace CustomerInsight.Matching;

/// <summary>Reads what <see cref="PayloadWriter"/> wrote, and only that: every payload that can be read is the one that would be written again.</summary>
/// <param name="payload">The payload.</param>
/// <param name="position">Where it stands, for errors.</param>
/// <param name="names">The texts that many entries share.</param>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload, EntryPosition position, TextCache names)
{
    private ReadOnlySpan<byte> _left = payload;

    /// <summary>Gets a value indicating whether all was read.</summary>
    public readonly bool IsAtEnd => _left.IsEmpty;

    /// <summary>The error for bytes that nobody wrote so.</summary>
    public readonly LedgerFormatException Damaged(string what) => new(
        LedgerFormatException.Damaged,
        position,
        $"{what}. The ledger was changed or cut off: find out by verifying it, and restore it from a copy");

    /// <summary>The error for a form that this version does not know.</summary>
    public readonly LedgerFormatException Newer(string what) => new(
        LedgerFormatException.NewerVersion,
        position,
        $"{what}, which this version of the library does not know. Update the packages");

    public byte Byte() => Take(1)[0];

    public ulong Bits()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (next == 0 && shift > 0) || (shift == 63 && next > 1) ? throw Damaged("a number is not in its shortest form") : value;
            }
        }

        throw Damaged("a number has more than 64 bits");
    }

    public long Long() => Bits() is var value && value <= long.MaxValue ? (long)value : throw Damaged("a number is too large");

    public int Int() => Bits() is var value && value <= int.MaxValue ? (int)value : throw Damaged("a number is too large");

    public long Signed()
    {
        ulong bits = Bits();
        return (long)(bits >> 1) ^ -(long)(bits & 1);
    }

    public int SignedInt() => Signed() is var value && value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Damaged("a number is too large");

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>Reads how many things follow.</summary>
    /// <param name="shortest">How many bytes each takes at least, so that nobody makes room for what cannot be there.</param>
    public int Count(int shortest) => Counted(Bits(), shortest);

    /// <summary>Makes sure that so many things can follow.</summary>
    public readonly int Counted(int count, int shortest) => Counted((ulong)count, shortest);

    public int[] Numbers()
    {
        int[] numbers = new int[Count(shortest: 1)];
        long last = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            // What overflows is as far off as what is out of range.
            last = unchecked(last + Signed());
            numbers[i] = last is >= int.MinValue and <= int.MaxValue ? (int)last : throw Damaged("a number is too large");
        }

        return numbers;
    }

    public byte[] Bytes() => Take(Count(shortest: 1)).ToArray();

    public string Text() => Bits() is var head && (head & 1) == 0 ? Utf8Text(head >> 1) : Utf16Text(head >> 1);

    /// <summary>Reads a text that many entries share.</summary>
    public string Name()
    {
        ulong head = Bits();
        return (head & 1) == 0 ? names.Get(Utf8Bytes(head >> 1)) : Utf16Text(head >> 1);
    }

    public AttributeValues Values()
    {
        ulong head = Bits();
        return (head & 3) switch
        {
            PayloadForm.Utf8Value => Value(Utf8Text(head >> 2)),
            PayloadForm.Utf16Value => Value(Utf16Text(head >> 2)),
            PayloadForm.SeveralValues => Several(head >> 2),
            _ => head == PayloadForm.NoValue ? AttributeValues.None : throw Damaged("no value has a length"),
        };
    }

    public DateTimeOffset Moment()
    {
        int form = Byte();
        int unit = form & PayloadForm.Units;
        ulong units = Bits();
        long perUnit = PayloadForm.TicksOf(unit);
        if (form > (PayloadForm.Units | PayloadForm.HasOffset) || unit == PayloadForm.Units || units > (ulong)(DateTime.MaxValue.Ticks / perUnit)
            || PayloadForm.UnitOf((long)units * perUnit) != unit)
        {
            throw Damaged("a time is out of range or not in its shortest form");
        }

        long offset = (form & PayloadForm.HasOffset) != 0 ? Signed() : 0;
        long ticks = (long)units * perUnit;
        bool isTime = Math.Clamp(offset, -14 * 60, 14 * 60) == offset && (offset != 0) == ((form & PayloadForm.HasOffset) != 0)
            && (ulong)(ticks - (offset * TimeSpan.TicksPerMinute)) <= (ulong)DateTime.MaxValue.Ticks;
        return isTime ? new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset)) : throw Damaged("the offset of a time is out of range");
    }

    private readonly AttributeValues Value(string text) => string.IsNullOrWhiteSpace(text) ? throw Damaged("a value is blank") : new AttributeValues(text);

    private AttributeValues Several(ulong count)
    {
        string[] texts = new string[Counted(count, shortest: 2)];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        AttributeValues values = AttributeValues.Of(texts);
        return texts.Length >= 2 && values.Count == texts.Length ? values : throw Damaged("several values are fewer, blank or repeated");
    }

    private readonly int Counted(ulong count, int shortest) =>
        count <= (ulong)(_left.Length / shortest) ? (int)count : throw Damaged("more is announced than follows");

    private string Utf8Text(ulong length) => Encoding.UTF8.GetString(Utf8Bytes(length));

    private ReadOnlySpan<byte> Utf8Bytes(ulong length)
    {
        ReadOnlySpan<byte> bytes = Take(Counted(length, shortest: 1));
        return Utf8.IsValid(bytes) ? bytes : throw Damaged("a text is not UTF-8");
    }

    private string Utf16Text(ulong length)
    {
        ReadOnlySpan<byte> bytes = Take(Counted(length, shortest: sizeof(char)) * sizeof(char));
        char[] text = new char[bytes.Length / sizeof(char)];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(char))..]);
        }

        return IsWellFormed(text) ? throw Damaged("a text has not its shortest form") : new string(text);
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int taken) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[taken..];
        }

        return true;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _left.Length)
        {
            throw Damaged("it ends too early");
        }

        ReadOnlySpan<byte> taken = _left[..length];
        _left = _left[length..];
        return taken;
    }
}
