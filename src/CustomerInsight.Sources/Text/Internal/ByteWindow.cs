namespace CustomerInsight.Sources;

/// <summary>The part of a text that is in memory: what is not consumed yet, as far as it was read.</summary>
/// <remarks>
/// The first byte is always the line break that ends the line before, at first an invented one. So a reader can start at any
/// line, and no byte of a row is ever the first one, where it could pass for a byte order mark.
/// </remarks>
internal sealed class ByteWindow(Utf8Input input, int size = ByteWindow.DefaultSize)
{
    public const int DefaultSize = 128 * 1024;

    public byte[] Buffer { get; private set; } = NewBuffer(size);

    /// <summary>The first byte that is not consumed.</summary>
    public int Start { get; set; }

    /// <summary>The end of what was read.</summary>
    public int End { get; set; } = 1;

    /// <summary>Whether there is nothing more to read.</summary>
    public bool AtEnd { get; private set; }

    public ReadOnlySpan<byte> Unread => Buffer.AsSpan(Start, End - Start);

    /// <inheritdoc cref="Utf8Input.AllowBlocking"/>
    public void AllowBlocking() => input.AllowBlocking();

    /// <summary>Moves what is not consumed to the front, grows where that is all the room, and reads until the room is full.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        byte[] target = End - Start > Buffer.Length / 2 ? new byte[Buffer.Length * 2] : Buffer;
        Buffer.AsSpan(Start, End - Start).CopyTo(target);
        (Buffer, End, Start) = (target, End - Start, 0);
        while (!AtEnd && End < Buffer.Length)
        {
            int read = await input.ReadAsync(Buffer.AsMemory(End), cancellationToken).ConfigureAwait(false);
            AtEnd = read == 0;
            End += read;
        }
    }

    private static byte[] NewBuffer(int size)
    {
        byte[] buffer = new byte[size];
        buffer[0] = (byte)'\n';
        return buffer;
    }
}
