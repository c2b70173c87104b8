namespace CustomerInsight.Sources;

/// <summary>Reads records from JSON Lines: one object a line, plain or compressed with gzip.</summary>
/// <remarks>
/// <para>A property is a column; nested objects give names such as <c>address.city</c>, the elements of an array are several values of one column,
/// numbers and truth values are read as they are written. What properties mean is guessed by their names
/// (<see cref="ReadMappingAsync"/> shows the result), options overrule.</para>
/// <para>The first lines (<see cref="JsonLinesRecordOptions.SampleLines"/>) tell which properties there are. One that first comes later keeps its own name as its attribute's, and the records from there on carry a schema that has it.
/// A key that only comes later is no key: without one among the first lines, the number of the line is the record's key.</para>
/// <para>A line that is no whole object is a rejection. Blank lines are passed over. Cursors are line numbers: reading on later needs the same file,
/// or one that only grew.</para>
/// </remarks>
/// <threadsafety>Safe from many threads; each reading opens the file anew.</threadsafety>
public sealed class JsonLinesRecordSource : IRecordSource
{
    private readonly RecordSettings _settings;
    private readonly JsonLinesFeed<RecordChange> _feed;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; also one that gzip made, whatever its name.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The path is blank, or an option is outside its range.</exception>
    public JsonLinesRecordSource(string path, JsonLinesRecordOptions? options = null)
        : this(TextOrigin.File(path, options?.Encoding), TextOrigin.NameOf(path), options)
    {
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="name">The source's name, unless the options have one.</param>
    /// <param name="open">Opens the stream at its start; called for each reading, which disposes what it gets.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The name is blank, or an option is outside its range.</exception>
    public JsonLinesRecordSource(string name, Func<Stream> open, JsonLinesRecordOptions? options = null)
        : this(TextOrigin.Of(open, options?.Encoding), name, options)
    {
    }

    /// <inheritdoc cref="JsonLinesRecordSource(string, Func{Stream}, JsonLinesRecordOptions)"/>
    public JsonLinesRecordSource(string name, Func<CancellationToken, ValueTask<Stream>> open, JsonLinesRecordOptions? options = null)
        : this(TextOrigin.Of(open, options?.Encoding), name, options)
    {
    }

    private JsonLinesRecordSource(TextOrigin origin, string name, JsonLinesRecordOptions? options)
    {
        options ??= new JsonLinesRecordOptions();
        _settings = options.ToRecordSettings(name);
        _feed = new(origin, options.ToJsonSettings(), _settings.NewMapper, _settings.NewBuilder);
    }

    /// <inheritdoc/>
    public string Name => _settings.Name;

    /// <inheritdoc/>
    public SourceConventions Conventions => _settings.Conventions;

    /// <inheritdoc/>
    public int TrustRank => _settings.TrustRank;

    /// <summary>Reads the first lines only, and says what their properties are read as.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The mapping; without columns for an empty file.</returns>
    /// <exception cref="SourceFormatException">The file is no JSON Lines, or does not fit the options.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public ValueTask<ColumnMapping> ReadMappingAsync(CancellationToken cancellationToken = default) => _feed.ReadMappingAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SourceFormatException">The file is no JSON Lines, or does not fit the options.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="ArgumentException">The cursor is not one of this source.</exception>
    public IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken) => _feed.ReadAsync(after, cancellationToken);
}
