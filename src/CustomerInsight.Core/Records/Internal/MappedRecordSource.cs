using System.Runtime.CompilerServices;

namespace CustomerInsight;

/// <summary>A source of a host's own objects.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
/// <param name="map">How they become records.</param>
/// <param name="rows">Starts to read them.</param>
internal sealed class MappedRecordSource<T>(RecordMap<T> map, Func<CancellationToken, IAsyncEnumerable<T>> rows) : IRecordSource
{
    public string Name => map.Source;

    public SourceConventions Conventions => map.SourceConventions;

    public int TrustRank => map.TrustRank;

    public async IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long done = Rows.PositionOf(after, Name);
        long position = 0;
        await foreach (T row in rows(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            position++;
            if (position > done)
            {
                yield return Map(row, position);
            }
        }
    }

    private RecordChange Map(T row, long position)
    {
        SourceCursor cursor = SourceCursor.At(position);
        string step = string.Empty;
        try
        {
            string? key = map.ReadKey(row, ref step);
            if (string.IsNullOrWhiteSpace(key))
            {
                return RecordChange.Reject(new RowRejection(position, RejectionCodes.MissingKey, "The row has no key. Give every row one, or leave such rows out of the source."), cursor);
            }

            return map.IsDeleted(row, ref step)
                ? RecordChange.Delete(new RecordKey(Name, key), cursor)
                : RecordChange.Upsert(map.ToRecord(row, key, ref step), cursor);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Only the type: the message may hold a value of the row.
            return RecordChange.Reject(new RowRejection(position, RejectionCodes.MappingFailed, $"Mapping '{step}' threw {error.GetType().Name}. Make the map's delegate for it cope with this row."), cursor);
        }
    }
}
