using System.Data.Common;

namespace CustomerInsight.Sources;

/// <summary>Reads activities from a database through ADO.NET, row by row.</summary>
/// <remarks>
/// <para>Columns are mapped as those of a CSV header are (<see cref="ReadMappingAsync"/> shows how). Values become text in the invariant culture: dates as
/// 2024-03-05, moments as 2024-03-05T14:30:00 with their offset where they have one, bytes as Base64. NULL is no value.</para>
/// <para>A value that the driver cannot give makes its row a rejection. Positions and cursors count the rows of the query from 1, and so
/// does the key where no column is one.</para>
/// <para>Customers, amounts and keys are read as in <see cref="CsvActivitySource"/>.</para>
/// </remarks>
/// <threadsafety>Safe from many threads; each reading has a connection of its own.</threadsafety>
public sealed class DbActivitySource : IActivitySource
{
    private readonly ActivitySettings _settings;
    private readonly DbFeed<ActivityChange> _feed;

    /// <summary>Reads the rows of a query.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="connect">Makes a connection, open or not; called for each reading, which disposes what it gets.</param>
    /// <param name="query">The query. With an ORDER BY that never changes, reading can go on later.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The name or the query is blank, or an option is outside its range.</exception>
    public DbActivitySource(string name, Func<DbConnection> connect, string query, DbActivityOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(connect);
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        options ??= new DbActivityOptions();
        _settings = options.ToActivitySettings(name);
        _feed = new(connect, query, options.ConfigureCommand, _settings.NewMapper, _settings.NewBuilder);
    }

    /// <inheritdoc/>
    public string Name => _settings.Name;

    /// <summary>Runs the query for its columns only, and says what they are read as.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="SourceFormatException">The columns do not fit the options.</exception>
    /// <exception cref="DbException">The connection or the query failed.</exception>
    public ValueTask<ColumnMapping> ReadMappingAsync(CancellationToken cancellationToken = default) => _feed.ReadMappingAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SourceFormatException">The columns do not fit the options.</exception>
    /// <exception cref="DbException">The connection or the query failed.</exception>
    /// <exception cref="ArgumentException">The cursor is not one of this source.</exception>
    public IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken) => _feed.ReadAsync(after, cancellationToken);
}
