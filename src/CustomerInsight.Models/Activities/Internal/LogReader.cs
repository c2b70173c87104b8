namespace CustomerInsight.Models;

/// <summary>Reads a log, its rows brought together by customer.</summary>
internal sealed class LogReader : ActivityReader
{
    private readonly ActivityLogRow[] _rows;
    private readonly int[] _starts;
    private readonly int[] _order;
    private readonly IReadOnlyList<string> _names;
    private readonly string[] _currencies;
    private readonly int[] _typeOf;
    private readonly int[] _currencyOf;
    private readonly int _purchase;

    public LogReader(ActivityLog log, long asOf, IReadOnlyList<string> types, CancellationToken cancellationToken)
    {
        _names = log.CustomerNames;
        _typeOf = [.. log.TypeNames.Select(type => Place(types, type))];
        _purchase = Place(log.TypeNames, ActivityTypes.Purchase);
        bool[] bought = new bool[log.CurrencyNames.Count];
        int[] counts = new int[log.Customers];
        foreach (ReadOnlyMemory<ActivityLogRow> block in log.Blocks())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly ActivityLogRow row in block.Span)
            {
                if (row.Ticks <= asOf)
                {
                    counts[row.Customer]++;
                    if (row.Currency >= 0 && row.Type == _purchase)
                    {
                        bought[row.Currency] = true;
                    }
                }
            }
        }

        _currencies = [.. log.CurrencyNames.Where((_, currency) => bought[currency]).Order(StringComparer.Ordinal)];
        _currencyOf = [.. log.CurrencyNames.Select(currency => Place(_currencies, currency))];

        _order = [.. OrdinalOrder.Of(_names).Where(customer => counts[customer] > 0)];
        _starts = new int[_order.Length + 1];
        int[] next = new int[counts.Length];
        for (int place = 0; place < _order.Length; place++)
        {
            next[_order[place]] = _starts[place];
            _starts[place + 1] = _starts[place] + counts[_order[place]];
        }

        _rows = new ActivityLogRow[_starts[^1]];
        foreach (ReadOnlyMemory<ActivityLogRow> block in log.Blocks())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly ActivityLogRow row in block.Span)
            {
                if (row.Ticks <= asOf)
                {
                    _rows[next[row.Customer]++] = row;
                }
            }
        }
    }

    public override int Customers => _order.Length;

    public override IReadOnlyList<string> Currencies => _currencies;

    public override string NameOf(int customer) => _names[_order[customer]];

    public override ReadOnlySpan<ActivityMoment> Read(int customer, ActivityBuffer buffer)
    {
        buffer.Clear();
        foreach (ref readonly ActivityLogRow row in _rows.AsSpan(_starts[customer].._starts[customer + 1]))
        {
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
