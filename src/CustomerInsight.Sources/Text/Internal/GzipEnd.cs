using System.Buffers.Binary;

namespace CustomerInsight.Sources;

/// <summary>Tells whether compressed content was cut off, which the framework's reader does not.</summary>
/// <remarks>
/// A member of a gzip file ends with the length of what it unpacks to. So a file of one member is whole when it ends with the length
/// that came out. Files of several members, and those padded with zeros, are not judged.
/// <para>Source: RFC 1952, section 2.3.</para>
/// </remarks>
internal sealed class GzipEnd
{
    private const int HeaderLength = 10;
    private readonly byte[] _tail = new byte[HeaderLength - 1];
    private int _tailLength;
    private int _members;

    /// <summary>Takes the next compressed bytes.</summary>
    public void Observe(ReadOnlySpan<byte> compressed)
    {
        byte[] joined = [.. _tail.AsSpan(0, _tailLength), .. compressed[..Math.Min(compressed.Length, HeaderLength - 1)]];
        CountHeaders(joined);
        CountHeaders(compressed);
        ReadOnlySpan<byte> last = compressed.Length >= _tail.Length ? compressed[^_tail.Length..] : joined.AsSpan(Math.Max(0, joined.Length - _tail.Length));
        last.CopyTo(_tail);
        _tailLength = last.Length;
    }

    /// <summary>Whether nothing speaks against the content being whole.</summary>
    public bool IsWhole(long unpackedLength)
    {
        if (_members != 1)
        {
            return _members > 1;
        }

        uint stated = _tailLength < sizeof(uint) ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(_tail.AsSpan(_tailLength - sizeof(uint)));
        return stated == (uint)unpackedLength || (stated == 0 && unpackedLength > 0);
    }

    private void CountHeaders(ReadOnlySpan<byte> bytes)
    {
        for (int at = bytes.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]); at >= 0 && at + HeaderLength <= bytes.Length; at = bytes.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]))
        {
            bool isHeader = bytes[at + 3] < 0x20 && bytes[at + 8] is (0 or 2 or 4) && bytes[at + 9] is (<= 13 or 255);
            _members += isHeader ? 1 : 0;
            bytes = bytes[(at + 3)..];
        }
    }
}
