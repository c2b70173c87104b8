using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching.Tests;

/// <summary>A source over records in memory, in the order given.</summary>
internal sealed class ListSource(string name, IEnumerable<SourceRecord> records) : IRecordSource
{
    public string Name => name;

    public SourceConventions Conventions { get; init; } = SourceConventions.Default;

    public async IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (SourceRecord record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return RecordChange.Upsert(record);
        }
    }

    public static ListSource[] BySource(IEnumerable<SourceRecord> records) =>
        [.. records.GroupBy(record => record.Key.Source).Select(group => new ListSource(group.Key, group))];
}
