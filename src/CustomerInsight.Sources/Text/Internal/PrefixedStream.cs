namespace CustomerInsight.Sources;

/// <summary>Gives bytes that were read ahead once more, then the rest of a stream that need not seek.</summary>
internal sealed class PrefixedStream(byte[] prefix, int length, Stream rest, GzipEnd? watch = null) : Stream
{
    private int _given;

    /// <summary>Whether a file may be read on the thread that asks, because that thread has nothing else to do. Otherwise the framework reads it on another one, block by block.</summary>
    public bool MayBlock { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = _given < length ? Give(buffer) : rest.Read(buffer);
        watch?.Observe(buffer[..read]);
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!MayBlock || rest is not FileStream { IsAsync: false, CanSeek: true })
        {
            return ReadElsewhereAsync(buffer, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await rest.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadElsewhereAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int read = _given < length ? Give(buffer.Span) : await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        watch?.Observe(buffer.Span[..read]);
        return read;
    }

    private int Give(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, length - _given);
        prefix.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
