using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace CustomerInsight.Matching;

/// <summary>Writes the parts of payloads one behind the other: numbers of seven bits a byte, the lowest first, and texts with their length before them.</summary>
internal sealed class PayloadWriter
{
    private const int LargestKeptBuffer = 1 << 20;

    private byte[] _buffer = new byte[256];

    /// <summary>Gets how many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>Gets what was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        Length = 0;
        if (_buffer.Length > LargestKeptBuffer)
        {
            _buffer = new byte[256];
        }
    }

    /// <summary>Adds bytes that the caller fills at once.</summary>
    public Span<byte> Take(int length)
    {
        int end = checked(Length + length);
        if (end > _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Math.Max(end, _buffer.Length * 2L), Array.MaxLength));
        }

        Span<byte> taken = _buffer.AsSpan(Length, length);
        Length = end;
        return taken;
    }

    public void Byte(byte value) => Take(1)[0] = value;

    public void Bits(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    /// <summary>Writes a number that is never negative.</summary>
    public void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Bits((ulong)value);
    }

    /// <summary>Writes any number; small ones of either sign are short.</summary>
    public void Signed(long value) => Bits(((ulong)value << 1) ^ (ulong)(value >> 63));

    /// <summary>Writes a number to the last bit.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    /// <summary>Writes numbers by their differences.</summary>
    public void Numbers(ValueList<int> numbers)
    {
        Number(numbers.Count);
        int last = 0;
        foreach (int number in numbers.AsSpan())
        {
            Signed((long)number - last);
            last = number;
        }
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        bytes.CopyTo(Take(bytes.Length));
    }

    public void Text(string text) => Text(text, shift: 1, utf8: 0, utf16: 1);

    /// <summary>Writes the values of one attribute. Nearly all are none or one short text: one byte more than the text.</summary>
    public void Values(AttributeValues values)
    {
        if (values.Count <= 1)
        {
            if (values.First is { } only)
            {
                Text(only, shift: 2, utf8: PayloadForm.Utf8Value, utf16: PayloadForm.Utf16Value);
            }
            else
            {
                Byte(PayloadForm.NoValue);
            }

            return;
        }

        Bits(((ulong)values.Count << 2) | PayloadForm.SeveralValues);
        for (int i = 0; i < values.Count; i++)
        {
            Text(values[i]);
        }
    }

    /// <summary>Writes a time with its offset, in days or seconds where it is a whole number of them.</summary>
    public void Moment(DateTimeOffset moment)
    {
        int offset = moment.TotalOffsetMinutes;
        int unit = PayloadForm.UnitOf(moment.Ticks);
        Byte((byte)(unit | (offset != 0 ? PayloadForm.HasOffset : 0)));
        Number(moment.Ticks / PayloadForm.TicksOf(unit));
        if (offset != 0)
        {
            Signed(offset);
        }
    }

    private void Text(string text, int shift, uint utf8, uint utf16)
    {
        int start = Length;
        int bytes = Encoding.UTF8.GetByteCount(text);
        Bits(((ulong)bytes << shift) | utf8);
        if (Utf8.FromUtf16(text, Take(bytes), out _, out _, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            return;
        }

        // Half of a surrogate pair has no form in UTF-8, and a ledger gives back what it was given.
        Length = start;
        Bits(((ulong)text.Length << shift) | utf16);
        Span<byte> units = Take(checked(text.Length * sizeof(char)));
        for (int i = 0; i < text.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(units[(i * sizeof(char))..], text[i]);
        }
    }
}
