using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Sums up one customer after the other and counts what is left out on the way.</summary>
internal sealed class PurchaseAccumulator
{
    // A billion amounts of this size still add up inside a decimal.
    private const decimal LargestAmount = 1_000_000_000_000_000_000m;

    private readonly DateTimeOffset _asOf;
    private readonly string _currency;
    private readonly TimeZoneInfo _zone;
    private readonly bool _keepZeroAmounts;
    private readonly Dictionary<DateOnly, decimal> _days = [];
    private readonly HashSet<(string Source, string Order)> _orders = [];
    private readonly HashSet<DateOnly> _daysWithoutOrder = [];
    private readonly SortedDictionary<string, (long Activities, int Customers)> _otherCurrencies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenCurrencies = new(StringComparer.Ordinal);
    private long _purchases;
    private long _refunds;
    private decimal _refundTotal;
    private long _zeroAmounts;
    private long _withoutAmount;
    private long _implausible;
    private int _customersWithout;

    public PurchaseAccumulator(DateTimeOffset asOf, string currency, PurchaseOptions options)
    {
        _asOf = asOf;
        _currency = currency;
        _zone = options.TimeZone;
        _keepZeroAmounts = options.KeepZeroAmounts;
        AsOfDay = DayOf(asOf);
    }

    public DateOnly AsOfDay { get; }

    public PurchaseSummary? Summarize(CustomerHistory customer)
    {
        _days.Clear();
        _orders.Clear();
        _daysWithoutOrder.Clear();
        _seenCurrencies.Clear();
        foreach (CustomerActivity activity in customer.Activities)
        {
            if (activity.Type == ActivityTypes.Purchase && activity.At <= _asOf && Counts(activity.Value, out decimal amount))
            {
                Add(activity, amount);
            }
        }

        if (_days.Count == 0)
        {
            _customersWithout++;
            return null;
        }

        DateOnly first = _days.Keys.Min();
        decimal revenue = _days.Values.Sum();
        return new PurchaseSummary(
            customer.Customer, first, _days.Keys.Max(), AsOfDay, _orders.Count + _daysWithoutOrder.Count, _days.Count, revenue, revenue - _days[first], _currency);
    }

    public PurchaseReport Report() => new(
        _purchases,
        _refunds,
        _refundTotal,
        _zeroAmounts,
        _withoutAmount,
        _implausible,
        ValueList.From(_otherCurrencies.Select(static other => new CurrencyCount(other.Key, other.Value.Activities, other.Value.Customers))),
        _customersWithout);

    private void Add(CustomerActivity activity, decimal amount)
    {
        DateOnly day = DayOf(activity.At);
        CollectionsMarshal.GetValueRefOrAddDefault(_days, day, out _) += amount;
        if (activity.Order is string order)
        {
            _orders.Add((activity.Key.Source, order));
        }
        else
        {
            _daysWithoutOrder.Add(day);
        }

        _purchases++;
    }

    private bool Counts(Money? value, out decimal amount)
    {
        amount = value?.Amount ?? 0;
        if (value is not Money money)
        {
            _withoutAmount++;
            return false;
        }

        string currency = money.Currency ?? Money.NoCurrency;
        if (currency != _currency)
        {
            (long activities, int customers) = _otherCurrencies.GetValueOrDefault(currency);
            _otherCurrencies[currency] = (activities + 1, customers + (_seenCurrencies.Add(currency) ? 1 : 0));
            return false;
        }

        if (Math.Abs(amount) > LargestAmount)
        {
            _implausible++;
            return false;
        }

        if (amount < 0)
        {
            _refunds++;
            _refundTotal += amount;
            return false;
        }

        if (amount == 0 && !_keepZeroAmounts)
        {
            _zeroAmounts++;
            return false;
        }

        return true;
    }

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime);
}
