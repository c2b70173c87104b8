using CsvHelper;

namespace CustomerInsight.Sources;

/// <summary>Writes delimited text after RFC 4180: fields quoted where they need it, lines that end with LF, UTF-8 without a byte order mark.</summary>
/// <remarks>The first row decides how many fields every row has. Dispose the writer to write what is buffered.</remarks>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class CsvFileWriter : IAsyncDisposable, IDisposable
{
    private readonly CsvWriter _writer;

    /// <summary>Makes a file, or overwrites it.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="options">How to write it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The path is blank, or the delimiter is no ASCII character, a quote or a line break.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public CsvFileWriter(string path, CsvFileWriterOptions? options = null)
        : this(Make(path, options), options)
    {
    }

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">The stream; disposed with the writer.</param>
    /// <param name="options">How to write it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The delimiter is no ASCII character, a quote or a line break.</exception>
    public CsvFileWriter(Stream stream, CsvFileWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _writer = CsvWriter.Create(stream, (options ?? new CsvFileWriterOptions()).ToWriterOptions());
    }

    /// <summary>Writes one row: the header, or values in its order.</summary>
    /// <param name="fields">The fields; null for an empty one.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when the row is written or buffered.</returns>
    /// <exception cref="InvalidOperationException">There are no fields, or not as many as in the first row.</exception>
    public async ValueTask WriteRowAsync(IEnumerable<string?> fields, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (string? field in fields)
        {
            _writer.WriteField(field);
        }

        await _writer.EndRecordAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes one row without waiting for the stream in between; for many rows to a file.</summary>
    /// <param name="fields">The fields, as many as in the first row; null for an empty one.</param>
    /// <exception cref="InvalidOperationException">There are no fields, or not as many as in the first row.</exception>
    /// <remarks>Cost O(characters), no allocation. Blocks while the buffer is written to the stream.</remarks>
    public void WriteRow(ReadOnlySpan<string?> fields)
    {
        foreach (string? field in fields)
        {
            _writer.WriteField(field);
        }

        _writer.EndRecord();
    }

    /// <summary>Writes what is buffered and closes the stream.</summary>
    /// <returns>A task that ends when that is done.</returns>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>Writes what is buffered and closes the stream.</summary>
    public void Dispose() => _writer.Dispose();

    // The options are checked before an existing file is emptied.
    private static FileStream Make(string path, CsvFileWriterOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options?.ToWriterOptions();
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
    }
}
