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
        _purchase = log.TypeNumber(ActivityTypes.Purchase);
    }

    public string[] Customers => _groups.Customers;

    public IReadOnlyDictionary<string, long> CountCurrencies(bool keepZeroAmounts, ParallelOptions parallel)
    {
        long[] votes = new long[_log.CurrencyNames.Count];
        bool[] isCandidate = new bool[votes.Length];
        for (int chunk = 0; chunk < _log.Rows.Chunks; chunk++)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly LogRow row in _log.Rows.Chunk(chunk))
            {
                if (row.Currency >= 0 && row.Type == _purchase && row.Ticks <= _asOf)
                {
                    isCandidate[row.Currency] = true;
                    votes[row.Currency] += row.Amount > 0 || (row.Amount == 0 && keepZeroAmounts) ? 1 : 0;
                    if (votes.Length == 1)
                    {
                        // There is nothing to choose from.
                        return new Dictionary<string, long>(StringComparer.Ordinal) { [_log.CurrencyNames[0]] = votes[0] };
                    }
                }
            }
        }

        return Enumerable.Range(0, votes.Length)
            .Where(number => isCandidate[number])
            .ToDictionary(number => _log.CurrencyNames[number], number => votes[number], StringComparer.Ordinal);
    }

    public PurchaseReader Read(string currency, int from, int to) => new LogPurchases(_log, _groups, _purchase, currency, from, to);
}
