namespace CustomerInsight.Models;

/// <summary>Reads a log, its rows brought together by customer.</summary>
internal sealed class LogReader : ActivityReader
{
    private readonly ActivityLog _log;
    private readonly GroupedLog _groups;
    private readonly string[] _currencies;
    private readonly int[] _typeOf;
    private readonly int[] _currencyOf;
    private readonly int _purchase;

    public LogReader(ActivityLog log, long asOf, IReadOnlyList<string> types, ParallelOptions parallel)
    {
        _log = log;
        _groups = new GroupedLog(log, asOf, parallel);
        _typeOf = [.. log.TypeNames.Select(type => Place(types, type))];
        _purchase = Place(log.TypeNames, ActivityTypes.Purchase);
        bool[] bought = new bool[log.CurrencyNames.Count];
        for (int chunk = 0; chunk < log.Rows.Chunks; chunk++)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly LogRow row in log.Rows.Chunk(chunk))
            {
                if (row.Currency >= 0 && row.Type == _purchase && row.Ticks <= asOf)
                {
                    bought[row.Currency] = true;
                }
            }
        }

        _currencies = [.. log.CurrencyNames.Where((_, currency) => bought[currency]).Order(StringComparer.Ordinal)];
        _currencyOf = [.. log.CurrencyNames.Select(currency => Place(_currencies, currency))];
    }

    public override int Customers => _groups.Customers.Length;

    public override IReadOnlyList<string> Currencies => _currencies;

    public override string NameOf(int customer) => _groups.Customers[customer];

    public override ReadOnlySpan<ActivityMoment> Read(int customer, ActivityBuffer buffer)
    {
        buffer.Clear();
        foreach (int place in _groups.RowsOf(customer))
        {
            ref readonly LogRow row = ref _log.Rows[place];
            int currency = row.Currency < 0 ? -1 : _currencyOf[row.Currency];
            buffer.Add(new ActivityMoment(row.Ticks, _typeOf[row.Type], currency, row.Type == _purchase, row.Amount));
        }

        return buffer.InOrder();
    }

    private static int Place(IReadOnlyList<string> texts, string text)
    {
        for (int i = 0; i < texts.Count; i++)
        {
            if (texts[i] == text)
            {
                return i;
            }
        }

        return -1;
    }
}
