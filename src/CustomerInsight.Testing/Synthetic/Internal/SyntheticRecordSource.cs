namespace CustomerInsight.Testing;

/// <summary>One source's records out of those of all sources.</summary>
internal sealed class SyntheticRecordSource(SyntheticSource source, SourceRecord[] records) : IRecordSource
{
    public string Name => source.Name;

    public SourceConventions Conventions { get; } = source.Conventions;

    public int TrustRank => source.TrustRank;

    public IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, CancellationToken cancellationToken) =>
        Read(ListCursor.Read(after, records.Length, Name), cancellationToken).ToAsyncEnumerable();

    private IEnumerable<RecordChange> Read(int first, CancellationToken cancellationToken)
    {
        for (int i = first; i < records.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (records[i].Key.Source == Name)
            {
                yield return RecordChange.Upsert(records[i], ListCursor.After(i));
            }
        }
    }
}
