namespace CustomerInsight;

/// <summary>A named system that emits records. A port: a host may bring its own.</summary>
public interface IRecordSource
{
    /// <summary>Gets the source system's name, the same in every run; it is the first part of its records' keys.</summary>
    string Name { get; }

    /// <summary>Gets the conventions by which this source writes dates, times and phone numbers.</summary>
    SourceConventions Conventions => SourceConventions.Default;

    /// <summary>Gets how much this source is trusted where sources disagree: 0 first, then 1, and so on.</summary>
    int TrustRank => 0;

    /// <summary>Reads the rows after a position, in the source's order, as they come.</summary>
    /// <param name="after">Where to go on; <see cref="SourceCursor.Start"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One change a row. A row that cannot be read is a rejection in the stream, not its end.</returns>
    IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken);
}
