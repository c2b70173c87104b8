using System.IO.Compression;
using System.Text;

namespace CustomerInsight.Sources;

/// <summary>Where text comes from: opened anew for each reading, unpacked, and turned into UTF-8.</summary>
internal sealed class TextOrigin(Func<CancellationToken, ValueTask<Stream>> open, Encoding? encoding)
{
    public static TextOrigin File(string path, Encoding? encoding)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(_ => ValueTask.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan)), encoding);
    }

    public static TextOrigin Of(Func<Stream> open, Encoding? encoding)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(_ => ValueTask.FromResult(open()), encoding);
    }

    public static TextOrigin Of(Func<CancellationToken, ValueTask<Stream>> open, Encoding? encoding)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(open, encoding);
    }

    /// <summary>The name of a source that is not given one: the file's, without folder and extensions.</summary>
    public static string NameOf(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string name = Path.GetFileName(path);
        int dot = name.IndexOf('.', Math.Min(1, name.Length));
        return dot > 0 ? name[..dot] : name;
    }

    public async ValueTask<Utf8Input> OpenAsync(CancellationToken cancellationToken)
    {
        Stream stream = await open(cancellationToken).ConfigureAwait(false);
        try
        {
            byte[] magic = new byte[2];
            int length = await stream.ReadAtLeastAsync(magic, magic.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            GzipEnd? end = length == 2 && magic[0] == 0x1F && magic[1] == 0x8B ? new() : null;
            var whole = new PrefixedStream(magic, length, stream, end);
            stream = whole;
            if (end is not null)
            {
                // Unpacked on a thread of its own.
                whole.MayBlock = true;
                stream = new ReadAheadStream(new GZipStream(stream, CompressionMode.Decompress));
            }

            var input = new Utf8Input(stream, encoding, end);
            await input.StartAsync(cancellationToken).ConfigureAwait(false);
            return input;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
