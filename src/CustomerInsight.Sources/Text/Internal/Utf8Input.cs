using System.Text;

namespace CustomerInsight.Sources;

/// <summary>Gives the bytes of a text as UTF-8, without a byte order mark.</summary>
/// <remarks>
/// What is not valid in the text's own encoding comes out as bytes that are not valid UTF-8 either, so that one check, of
/// the row's UTF-8, finds broken rows of every encoding.
/// </remarks>
internal sealed class Utf8Input(Stream stream, Encoding? encoding, GzipEnd? compressed) : IAsyncDisposable
{
    // A noncharacter, which no text may use; its UTF-8 form is EF B7 90. The first byte then becomes FF, which no UTF-8 has.
    private const string InvalidMark = "\uFDD0";
    private const int ChunkBytes = 32 * 1024;

    private readonly byte[] _ahead = new byte[4];
    private int _aheadStart;
    private int _aheadEnd;
    private Decoder? _decoder;
    private Encoder? _encoder;
    private byte[] _encoded = [];
    private char[] _decoded = [];
    private byte[] _utf8 = [];
    private int _utf8Start;
    private int _utf8End;
    private bool _flushed;
    private long _length;

    /// <summary>Reads the first bytes and settles the encoding by them: a byte order mark decides, then the option, then UTF-8.</summary>
    public async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        _aheadEnd = await ReadStreamAsync(_ahead, fill: true, cancellationToken).ConfigureAwait(false);
        (Encoding? marked, _aheadStart) = ByteOrderMark(_ahead.AsSpan(0, _aheadEnd));
        Encoding used = marked ?? encoding ?? Encoding.UTF8;
        if (used.CodePage != Encoding.UTF8.CodePage)
        {
            used = (Encoding)used.Clone();
            used.DecoderFallback = new DecoderReplacementFallback(InvalidMark);
            _decoder = used.GetDecoder();
            _encoder = Encoding.UTF8.GetEncoder();
            _encoded = new byte[ChunkBytes];
            _decoded = new char[used.GetMaxCharCount(ChunkBytes)];
            _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(_decoded.Length)];
        }
    }

    /// <summary>Says that from now on the thread that reads has nothing else to do.</summary>
    public void AllowBlocking()
    {
        if (stream is PrefixedStream file)
        {
            file.MayBlock = true;
        }
    }

    /// <summary>Reads some bytes; 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_decoder is null)
        {
            return await ReadRawAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        while (_utf8Start == _utf8End && !_flushed)
        {
            int read = await ReadRawAsync(_encoded, cancellationToken).ConfigureAwait(false);
            Transcode(read);
        }

        int count = Math.Min(buffer.Length, _utf8End - _utf8Start);
        _utf8.AsSpan(_utf8Start, count).CopyTo(buffer.Span);
        _utf8Start += count;
        return count;
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private async ValueTask<int> ReadRawAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_aheadStart == _aheadEnd)
        {
            return await ReadStreamAsync(buffer, fill: false, cancellationToken).ConfigureAwait(false);
        }

        int count = Math.Min(buffer.Length, _aheadEnd - _aheadStart);
        _ahead.AsSpan(_aheadStart, count).CopyTo(buffer.Span);
        _aheadStart += count;
        return count;
    }

    private async ValueTask<int> ReadStreamAsync(Memory<byte> buffer, bool fill, CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = fill
                ? await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)
                : await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(damaged);
        }

        _length += read;
        return read > 0 || compressed is null || compressed.IsWhole(_length) ? read : throw Damaged(null);
    }

    private static SourceFormatException Damaged(Exception? cause) => new(
        SourceFormatCodes.DamagedCompression,
        "The compressed content is damaged or cut off. Fetch the file again, or unpack it by hand to see how far it is good.",
        cause);

    private void Transcode(int read)
    {
        _flushed = read == 0;
        int chars = _decoder!.GetChars(_encoded.AsSpan(0, read), _decoded, _flushed);
        _utf8Start = 0;
        _utf8End = _encoder!.GetBytes(_decoded.AsSpan(0, chars), _utf8, _flushed);
        Span<byte> written = _utf8.AsSpan(0, _utf8End);
        for (int at = written.IndexOf("\uFDD0"u8); at >= 0; at = written.IndexOf("\uFDD0"u8))
        {
            written[at] = 0xFF;
            written = written[(at + 3)..];
        }
    }
}
