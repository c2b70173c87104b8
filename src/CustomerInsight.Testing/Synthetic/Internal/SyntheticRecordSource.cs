using System.Runtime.CompilerServices;

namespace CustomerInsight.Testing;

/// <summary>One source's records out of those of all sources.</summary>
internal sealed class SyntheticRecordSource(SyntheticSource source, SourceRecord[] records) : IRecordSource
{
    public string Name => source.Name;

    public SourceConventions Conventions { get; } = source.Conventions;

    public int TrustRank => source.TrustRank;

    public async IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = ListCursor.Read(after, records.Length, Name); i < records.Length; i++)
        {
            if (records[i].Key.Source == Name)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return RecordChange.Upsert(records[i], ListCursor.After(i));
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
