namespace CustomerInsight.Models;

/// <summary>Reads the histories of a run where they are.</summary>
internal sealed class HistoryReader : ActivityReader
{
    private readonly CustomerHistory[] _customers;
    private readonly long _asOf;
    private readonly string[] _types;
    private readonly string[] _currencies;

    public HistoryReader(IReadOnlyList<CustomerHistory> customers, long asOf, IReadOnlyList<string> types, ParallelOptions parallel)
    {
        _customers = HistoryOrder.Of(customers);
        _asOf = asOf;
        _types = [.. types];
        HashSet<string>[] found = FixedChunks.Run(_customers.Length, ChunkLength, parallel, CurrenciesOf);
        _currencies = [.. found.SelectMany(static currencies => currencies).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public override int Customers => _customers.Length;

    public override IReadOnlyList<string> Currencies => _currencies;

    public override string NameOf(int customer) => _customers[customer].Customer;

    public override ReadOnlySpan<ActivityMoment> Read(int customer, ActivityBuffer buffer)
    {
        buffer.Clear();
        IReadOnlyList<CustomerActivity> activities = _customers[customer].Activities;
        for (int i = 0; i < activities.Count; i++)
        {
            CustomerActivity activity = activities[i];
            long ticks = activity.At.UtcTicks;
            if (ticks <= _asOf)
            {
                (int currency, decimal amount) = activity.Value is Money money ? (PlaceOf(money.Currency ?? Money.NoCurrency, _currencies), money.Amount) : (-1, 0);
                buffer.Add(new ActivityMoment(ticks, PlaceOf(activity.Type, _types), currency, activity.Type == ActivityTypes.Purchase, amount));
            }
        }

        return buffer.InOrder();
    }

    // There are few types and currencies, and those of many activities are one object.
    private static int PlaceOf(string text, string[] texts)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            if (string.Equals(texts[i], text, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private HashSet<string> CurrenciesOf(int from, int to)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        string last = string.Empty;
        for (int customer = from; customer < to; customer++)
        {
            IReadOnlyList<CustomerActivity> activities = _customers[customer].Activities;
            for (int i = 0; i < activities.Count; i++)
            {
                CustomerActivity activity = activities[i];
                if (activity.Value is Money money && !string.Equals(money.Currency, last, StringComparison.Ordinal)
                    && activity.At.UtcTicks <= _asOf && activity.Type == ActivityTypes.Purchase)
                {
                    last = money.Currency ?? Money.NoCurrency;
                    found.Add(last);
                }
            }
        }

        return found;
    }
}
