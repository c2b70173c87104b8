namespace CustomerInsight.Models;

/// <summary>Reads the purchases of histories.</summary>
internal sealed class HistoryPurchases : PurchaseReader
{
    private readonly CustomerHistory[] _histories;
    private readonly long _asOf;
    private readonly List<string> _currencies;
    private ActivityDetail[] _details = new ActivityDetail[16];

    public HistoryPurchases(CustomerHistory[] histories, long asOf, string currency)
    {
        _histories = histories;
        _asOf = asOf;
        _currencies = [currency];
    }

    public override string CurrencyOf(short number) => _currencies[number];

    public override Span<PurchaseRow> Read(int customer)
    {
        IReadOnlyList<CustomerActivity> activities = _histories[customer].Activities;
        Span<PurchaseRow> buffer = Buffer(activities.Count);
        if (_details.Length < activities.Count)
        {
            _details = new ActivityDetail[Math.Max(activities.Count, _details.Length * 2)];
        }

        int count = 0;
        for (int i = 0; i < activities.Count; i++)
        {
            CustomerActivity activity = activities[i];
            if (HistorySource.IsPurchase(activity, _asOf))
            {
                _details[count] = ActivityDetail.Of(activity);
                ref PurchaseRow read = ref buffer[count];
                read.Ticks = activity.At.UtcTicks;
                read.Amount = activity.Value?.Amount ?? 0;
                read.Currency = activity.Value is Money money ? NumberOf(money.Currency ?? Money.NoCurrency) : WithoutMoney;
                read.Detail = count++;
            }
        }

        return buffer[..count];
    }

    protected override ref readonly ActivityDetail DetailAt(int place) => ref _details[place];

    // There are few.
    private short NumberOf(string currency)
    {
        int number = currency == _currencies[OwnCurrency] ? OwnCurrency : _currencies.IndexOf(currency);
        if (number < 0)
        {
            number = _currencies.Count;
            _currencies.Add(currency);
        }

        return checked((short)number);
    }
}
