using System.Runtime.CompilerServices;

namespace CustomerInsight.Benchmarks;

/// <summary>What is looked up and resolved one by one: of the file's records some that are kept back, and changed versions of others.</summary>
/// <param name="upserts">How many records are wanted to be resolved, half of them new, half changed.</param>
internal sealed class ResolveInput(int upserts)
{
    private const int Stride = 20;
    private const int MostKeys = 1_000_000;

    private readonly List<SourceRecord> _new = [];
    private readonly List<SourceRecord> _known = [];
    private readonly SeededRandom _random = new(1);

    /// <summary>Passes rows on, but for those that it keeps back.</summary>
    public async IAsyncEnumerable<RecordChange> TakeAsync(IAsyncEnumerable<RecordChange> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int row = 0;
        await foreach (RecordChange change in rows.WithCancellation(cancellationToken))
        {
            row++;
            if (change.Record is { } record && row % Stride == 0 && _new.Count < upserts / 2)
            {
                _new.Add(record);
                continue;
            }

            if (change.Record is { } known && row % Stride is 1 or 11 && _known.Count < MostKeys)
            {
                _known.Add(known);
            }

            yield return change;
        }
    }

    /// <summary>Keys to look up, drawn from a tenth of all.</summary>
    public RecordKey[] Keys(int count) => [.. Enumerable.Range(0, count).Select(_ => _known[_random.Next(_known.Count)].Key)];

    /// <summary>New records, and known ones with a value that another has, in turn.</summary>
    public SourceRecord[] Upserts()
    {
        var records = new List<SourceRecord>();
        for (int i = 0; i < _new.Count; i++)
        {
            records.Add(_new[i]);
            records.Add(Changed(_known[_random.Next(_known.Count)], _known[_random.Next(_known.Count)], i));
        }

        return [.. records];
    }

    private SourceRecord Changed(SourceRecord record, SourceRecord other, int turn)
    {
        AttributeValues[] values = [.. record.Values];
        int attribute = _random.Next(values.Length);
        values[attribute] = other.Values[attribute];
        return new SourceRecord(record.Schema, record.Key, values) { ObservedAt = DateTimeOffset.UnixEpoch.AddSeconds(turn) };
    }
}
