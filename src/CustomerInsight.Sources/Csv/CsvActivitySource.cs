namespace CustomerInsight.Sources;

/// <summary>Reads activities from delimited text: RFC 4180 with any of the common delimiters, plain or compressed with gzip.</summary>
/// <remarks>
/// <para>The first line that is not blank is the header. Column names are guessed (<see cref="ReadMappingAsync"/> shows the result), options
/// overrule; columns without a meaning are not read. The customer is known by the key of a record of any source
/// (<see cref="Identifier.ForRecord"/> with an empty source) unless the options say otherwise; a key such as 17850.0 is read as 17850. Without a key column the
/// line on which a row begins is the activity's key. Amounts have a decimal point and no thousands separators; they may be negative or zero.</para>
/// <para>A row that is not as it should be is a rejection, whose position is the line on which it begins. Where quotes or the
/// number of fields are wrong, reading goes on at the line after that one, so that a quote which never closes takes no other row with it.</para>
/// <para>White space around a value is no part of it. An empty file has no rows. Cursors are line numbers: reading on
/// later needs the same file, or one that only grew.</para>
/// <para>Rows are taken apart on a thread of their own, a few hundred ahead of the activity that is given. Memory: a window of 128 KiB, growing to twice
/// the longest row, and a few batches of 64 KiB. Nothing is cached between readings.</para>
/// </remarks>
/// <threadsafety>Safe from many threads; each reading opens the file anew.</threadsafety>
public sealed class CsvActivitySource : IActivitySource
{
    private readonly ActivitySettings _settings;
    private readonly CsvFeed<ActivityChange> _feed;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; also one that gzip made, whatever its name.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The path is blank, or an option is outside its range.</exception>
    public CsvActivitySource(string path, CsvActivityOptions? options = null)
        : this(TextOrigin.File(path, options?.Encoding), TextOrigin.NameOf(path), options)
    {
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="name">The source's name, unless the options have one.</param>
    /// <param name="open">Opens the stream at its start; called for each reading, which disposes what it gets.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The name is blank, or an option is outside its range.</exception>
    public CsvActivitySource(string name, Func<Stream> open, CsvActivityOptions? options = null)
        : this(TextOrigin.Of(open, options?.Encoding), name, options)
    {
    }

    /// <inheritdoc cref="CsvActivitySource(string, Func{Stream}, CsvActivityOptions)"/>
    public CsvActivitySource(string name, Func<CancellationToken, ValueTask<Stream>> open, CsvActivityOptions? options = null)
        : this(TextOrigin.Of(open, options?.Encoding), name, options)
    {
    }

    private CsvActivitySource(TextOrigin origin, string name, CsvActivityOptions? options)
    {
        options ??= new CsvActivityOptions();
        _settings = options.ToActivitySettings(name);
        _feed = new(origin, options.ToCsvSettings(), _settings.NewMapper, _settings.NewBuilder);
    }

    /// <inheritdoc/>
    public string Name => _settings.Name;

    /// <summary>Reads the header only, and says what the columns are read as.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The mapping; without columns for an empty file.</returns>
    /// <exception cref="SourceFormatException">The file is not delimited text, or does not fit the options.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public ValueTask<ColumnMapping> ReadMappingAsync(CancellationToken cancellationToken = default) => _feed.ReadMappingAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SourceFormatException">The file is not delimited text, or does not fit the options.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="ArgumentException">The cursor is not one of this source.</exception>
    public IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken) => _feed.ReadAsync(after, cancellationToken);
}
