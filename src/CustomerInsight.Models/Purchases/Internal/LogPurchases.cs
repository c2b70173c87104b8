namespace CustomerInsight.Models;

/// <summary>Reads the purchases of some customers of a log.</summary>
internal sealed class LogPurchases : PurchaseReader
{
    private readonly ActivityLog _log;
    private readonly GroupedLog _groups;
    private readonly int _purchase;
    private readonly LogRow[] _copies;
    private readonly int _first;

    // The log's numbers of currencies moved up by one, so that the table's own has the number it must have.
    private readonly int _own;

    public LogPurchases(ActivityLog log, GroupedLog groups, int purchase, string currency, int from, int to)
    {
        _log = log;
        _groups = groups;
        _purchase = purchase;
        _own = log.CurrencyNumber(currency);

        // All rows at once: looks that do not wait for each other, so that the memory behind them is fetched together.
        ReadOnlySpan<int> places = groups.RowsOf(from, to);
        _first = from < to ? groups.RangeOf(from).Start : 0;
        _copies = new LogRow[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            _copies[i] = log.Rows[places[i]];
        }
    }

    public override string CurrencyOf(short number) => _log.CurrencyNames[number - 1];

    public override Span<PurchaseRow> Read(int customer)
    {
        (int start, int length) = _groups.RangeOf(customer);
        ReadOnlySpan<LogRow> rows = _copies.AsSpan(start - _first, length);
        Span<PurchaseRow> buffer = Buffer(length);
        int count = 0;
        foreach (ref readonly LogRow row in rows)
        {
            if (row.Type == _purchase)
            {
                ref PurchaseRow read = ref buffer[count++];
                read.Ticks = row.Ticks;
                read.Amount = row.Amount;
                read.Detail = row.Detail;
                read.Currency = row.Currency < 0 ? WithoutMoney : row.Currency == _own ? OwnCurrency : (short)(row.Currency + 1);
            }
        }

        return buffer[..count];
    }

    protected override ref readonly ActivityDetail DetailAt(int place) => ref _log.Details[place];
}
