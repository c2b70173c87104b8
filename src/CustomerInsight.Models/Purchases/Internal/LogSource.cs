namespace CustomerInsight.Models;

/// <summary>The purchases of a log.</summary>
internal sealed class LogSource : IPurchaseSource
{
    private readonly ActivityLog _log;
    private readonly long _asOf;
    private readonly GroupedLog _groups;
    private readonly int _purchase;

    public LogSource(ActivityLog log, long asOf, ParallelOptions parallel)
    {
        _log = log;
        _asOf = asOf;
        _groups = new GroupedLog(log, asOf, parallel);
        _purchase = log.TypeNames.ToList().IndexOf(ActivityTypes.Purchase);
    }

    public string[] Customers => _groups.Customers;

    public IReadOnlyDictionary<string, long> CountCurrencies(bool keepZeroAmounts, CancellationToken cancellationToken)
    {
        long[] votes = new long[_log.CurrencyNames.Count];
        bool[] isCandidate = new bool[votes.Length];
        for (int chunk = 0; chunk < _log.Rows.Chunks; chunk++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly LogRow row in _log.Rows.Chunk(chunk))
            {
                if (row.Currency >= 0 && row.Type == _purchase && row.Ticks <= _asOf)
                {
                    isCandidate[row.Currency] = true;
                    votes[row.Currency] += row.Amount > 0 || (row.Amount == 0 && keepZeroAmounts) ? 1 : 0;
                }
            }
        }

        return Enumerable.Range(0, votes.Length)
            .Where(number => isCandidate[number])
            .ToDictionary(number => _log.CurrencyNames[number], number => votes[number], StringComparer.Ordinal);
    }

    public int Read(int customer, ref PurchaseRow[] buffer)
    {
        ReadOnlySpan<int> rows = _groups.RowsOf(customer);
        if (buffer.Length < rows.Length)
        {
            buffer = new PurchaseRow[Math.Max(rows.Length, buffer.Length * 2)];
        }

        int count = 0;
        foreach (int place in rows)
        {
            ref readonly LogRow row = ref _log.Rows[place];
            if (row.Type == _purchase)
            {
                ref PurchaseRow read = ref buffer[count++];
                read.Ticks = row.Ticks;
                read.Amount = row.Amount;
                read.Currency = row.Currency < 0 ? null : _log.CurrencyNames[row.Currency];
                read.Detail = row.Detail < 0 ? default : _log.Details[row.Detail];
            }
        }

        return count;
    }
}
