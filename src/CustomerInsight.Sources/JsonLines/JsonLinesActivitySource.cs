namespace CustomerInsight.Sources;

/// <summary>Reads activities from JSON Lines: one object a line, plain or compressed with gzip.</summary>
/// <remarks>
/// <para>A property is a column; nested objects give names such as <c>address.city</c>, the elements of an array are several values of one column,
/// numbers and truth values are read as they are written. What properties mean is guessed by their names
/// (<see cref="ReadMappingAsync"/> shows the result), options overrule.</para>
/// <para>The first lines (<see cref="JsonLinesActivityOptions.SampleLines"/>) tell which properties there are. One that first comes later is used if no earlier one has its meaning.
/// A key that only comes later is no key: without one among the first lines, the number of the line is the activity's key.</para>
/// <para>Customers, amounts and keys are read as in <see cref="CsvActivitySource"/>.</para>
/// <para>A line that is no whole object is a rejection. Blank lines are passed over. Cursors are line numbers: reading on later needs the same file,
/// or one that only grew.</para>
/// </remarks>
/// <threadsafety>Safe from many threads; each reading opens the file anew.</threadsafety>
public sealed class JsonLinesActivitySource : IActivitySource
{
    private readonly ActivitySettings _settings;
    private readonly JsonLinesFeed<ActivityChange> _feed;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; also one that gzip made, whatever its name.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The path is blank, or an option is outside its range.</exception>
    public JsonLinesActivitySource(string path, JsonLinesActivityOptions? options = null)
        : this(TextOrigin.File(path, options?.Encoding), TextOrigin.NameOf(path), options)
    {
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="name">The source's name, unless the options have one.</param>
    /// <param name="open">Opens the stream at its start; called for each reading, which disposes what it gets.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The name is blank, or an option is outside its range.</exception>
    public JsonLinesActivitySource(string name, Func<Stream> open, JsonLinesActivityOptions? options = null)
        : this(TextOrigin.Of(open, options?.Encoding), name, options)
    {
    }

    /// <inheritdoc cref="JsonLinesActivitySource(string, Func{Stream}, JsonLinesActivityOptions)"/>
    public JsonLinesActivitySource(string name, Func<CancellationToken, ValueTask<Stream>> open, JsonLinesActivityOptions? options = null)
        : this(TextOrigin.Of(open, options?.Encoding), name, options)
    {
    }

    private JsonLinesActivitySource(TextOrigin origin, string name, JsonLinesActivityOptions? options)
    {
        options ??= new JsonLinesActivityOptions();
        _settings = options.ToActivitySettings(name);
        _feed = new(origin, options.ToJsonSettings(), _settings.NewMapper, _settings.NewBuilder);
    }

    /// <inheritdoc/>
    public string Name => _settings.Name;

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
    public IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken) => _feed.ReadAsync(after, cancellationToken);
}
