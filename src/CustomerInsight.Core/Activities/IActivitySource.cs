namespace CustomerInsight;

/// <summary>A named system that emits activities. A port: a host may bring its own.</summary>
public interface IActivitySource
{
    /// <summary>Gets the source's name, the same in every run; it is the first part of its activities' keys.</summary>
    string Name { get; }

    /// <summary>Reads the rows after a position, in the source's order, as they come.</summary>
    /// <param name="after">Where to go on; <see cref="SourceCursor.Start"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One change a row. A row that cannot be read is a rejection in the stream, not its end.</returns>
    IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken);
}
