namespace CustomerInsight.Core.Tests;

/// <summary>A source of changes in memory.</summary>
internal sealed class ListRecordSource(string name, params RecordChange[] changes) : IRecordSource
{
    public string Name => name;

    public SourceConventions Conventions { get; init; } = SourceConventions.Default;

    public int TrustRank { get; init; }

    public static ListRecordSource Of(string name, IEnumerable<SourceRecord> records) => new(name, [.. records.Select(record => RecordChange.Upsert(record))]);

    public IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken) => changes.ToAsyncEnumerable();
}
