namespace CustomerInsight.Sources;

/// <summary>Reads one block ahead of who reads it, on another thread: for streams that have work to do, such as unpacking.</summary>
internal sealed class ReadAheadStream(Stream source) : Stream
{
    private const int BlockLength = 64 * 1024;

    private byte[] _block = new byte[BlockLength];
    private byte[] _ahead = new byte[BlockLength];
    private int _start;
    private int _end;
    private readonly CancellationTokenSource _stop = new();
    private Task<int>? _reading;
    private bool _stopped;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start == _end)
        {
            _reading ??= StartReading();
            int read = await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
            (_block, _ahead) = (_ahead, _block);
            (_start, _end) = (0, read);
            _reading = read == 0 ? Task.FromResult(0) : StartReading();
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _block.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            StopAsync().GetAwaiter().GetResult();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Waits until nothing is read any more. What went wrong in a block that nobody asked for is nobody's matter.</summary>
    private async Task StopAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_reading is Task reading)
        {
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
    }

    /// <summary>Reads the next block by a token of its own: whoever asked for the last one may be gone before it is there.</summary>
    private Task<int> StartReading()
    {
        byte[] block = _ahead;
        CancellationToken stopped = _stop.Token;
        return Task.Run(() => source.ReadAsync(block, stopped).AsTask(), CancellationToken.None);
    }
}
