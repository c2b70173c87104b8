namespace CustomerInsight.Models;

/// <summary>The purchases of a log, put together by customer.</summary>
internal sealed class LogSource : IPurchaseSource
{
    private readonly PurchaseLog _log;
    private readonly long _asOf;
    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly int[] _order;

    private LogSource(PurchaseLog log, long asOf, LogGroups groups)
    {
        _log = log;
        _asOf = asOf;
        _rows = groups.Rows;
        _starts = groups.Starts;
        string[] names = groups.Names(log.Kinds);
        _order = OrdinalOrder.Of(names);
        Customers = new string[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            Customers[i] = names[_order[i]];
        }
    }

    public string[] Customers { get; }

    public static LogSource Of(PurchaseLog log, DateTimeOffset asOf, ParallelOptions parallel) => new(log, asOf.UtcTicks, LogGroups.Of(log, asOf.UtcTicks, parallel));

    public IReadOnlyDictionary<string, long> CountCurrencies(bool keepZeroAmounts, CancellationToken cancellationToken)
    {
        long[] votes = new long[_log.Currencies.Count];
        bool[] isCandidate = new bool[votes.Length];
        for (int chunk = 0; chunk < _log.Rows.Chunks; chunk++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref LogRow row in _log.Rows.Chunk(chunk))
            {
                if (row.Currency >= 0 && row.Ticks <= _asOf)
                {
                    isCandidate[row.Currency] = true;
                    votes[row.Currency] += row.Amount > 0 || (row.Amount == 0 && keepZeroAmounts) ? 1 : 0;
                }
            }
        }

        return Enumerable.Range(0, votes.Length).Where(number => isCandidate[number]).ToDictionary(number => _log.Currencies[number], number => votes[number], StringComparer.Ordinal);
    }

    public int Read(int customer, ref PurchaseRow[] buffer)
    {
        int group = _order[customer];
        ReadOnlySpan<int> rows = _rows.AsSpan(_starts[group].._starts[group + 1]);
        if (buffer.Length < rows.Length)
        {
            buffer = new PurchaseRow[Math.Max(rows.Length, buffer.Length * 2)];
        }

        int count = 0;
        foreach (int at in rows)
        {
            ref LogRow row = ref _log.Rows[at];
            if (row.Currency != PurchaseLog.NoPurchase)
            {
                ref PurchaseRow read = ref buffer[count++];
                read.Ticks = row.Ticks;
                read.Amount = row.Amount;
                read.Currency = row.Currency < 0 ? null : _log.Currencies[row.Currency];
                read.Detail = row.Detail < 0 ? default : _log.Details[row.Detail];
            }
        }

        return count;
    }
}
