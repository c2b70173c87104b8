using System.Runtime.InteropServices;
using System.Text;

namespace CustomerInsight.Matching;

/// <summary>The values of a content in one run of bytes, so that a look at them is one look at memory, and a million of them take little.</summary>
/// <remarks>
/// First the bytes of a unit, 1 where every unit is below 256, else 2; then for each attribute how many values it has and how long each is, as numbers of
/// seven bits a byte; then the units of all. Equal values have equal bytes.
/// </remarks>
internal static class PackedValues
{
    private const int MoreFollow = 0x80;

    /// <summary>Packs values.</summary>
    public static byte[] Pack(ReadOnlySpan<AttributeValues> values)
    {
        int header = 1;
        int units = 0;
        bool isNarrow = true;
        foreach (AttributeValues of in values)
        {
            header += SizeOf(of.Count);
            for (int i = 0; i < of.Count; i++)
            {
                string value = of[i];
                header += SizeOf(value.Length);
                units += value.Length;
                isNarrow = isNarrow && !value.AsSpan().ContainsAnyExceptInRange('\0', (char)byte.MaxValue);
            }
        }

        byte[] packed = new byte[header + (isNarrow ? units : 2 * units)];
        packed[0] = (byte)(isNarrow ? 1 : 2);
        int at = 1;
        int text = header;
        foreach (AttributeValues of in values)
        {
            Write(packed, ref at, of.Count);
            for (int i = 0; i < of.Count; i++)
            {
                string value = of[i];
                Write(packed, ref at, value.Length);
                text += isNarrow ? Encoding.Latin1.GetBytes(value, packed.AsSpan(text)) : Copy(value, packed.AsSpan(text));
            }
        }

        return packed;
    }

    /// <summary>Reads the numbers at the head.</summary>
    public static int Read(byte[] packed, ref int at)
    {
        int number = packed[at++];
        if (number < MoreFollow)
        {
            return number;
        }

        number &= MoreFollow - 1;
        for (int shift = 7; ; shift += 7)
        {
            int next = packed[at++];
            number |= (next & (MoreFollow - 1)) << shift;
            if (next < MoreFollow)
            {
                return number;
            }
        }
    }

    /// <summary>Writes the units of all values, from where the head ends, one after the other.</summary>
    public static void CopyUnits(byte[] packed, int from, Span<char> units)
    {
        if (packed[0] == 1)
        {
            Encoding.Latin1.GetChars(packed.AsSpan(from), units);
        }
        else
        {
            packed.AsSpan(from).CopyTo(MemoryMarshal.AsBytes(units));
        }
    }

    private static int Copy(string value, Span<byte> to)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(value.AsSpan());
        bytes.CopyTo(to);
        return bytes.Length;
    }

    private static int SizeOf(int number)
    {
        int size = 1;
        for (; number >= MoreFollow; number >>= 7)
        {
            size++;
        }

        return size;
    }

    private static void Write(byte[] packed, ref int at, int number)
    {
        for (; number >= MoreFollow; number >>= 7)
        {
            packed[at++] = (byte)(number | MoreFollow);
        }

        packed[at++] = (byte)number;
    }
}
