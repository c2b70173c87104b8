using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Puts one customer after the other into its cohort and counts what is left out on the way.</summary>
internal sealed class RetentionTally
{
    private readonly RetentionPlan _plan;
    private readonly Dictionary<(int Cohort, int Over), RetentionSums> _sums = [];
    private readonly long[] _otherActivities;
    private readonly int[] _otherCustomers;
    private readonly int[] _lastWithOther;
    private int _customers;
    private int _withoutStart;
    private long _beforeStart;
    private long _refunds;
    private long _zeroAmounts;
    private long _withoutAmount;
    private long _implausible;

    public RetentionTally(RetentionPlan plan, int currencies)
    {
        _plan = plan;
        _otherActivities = new long[currencies];
        _otherCustomers = new int[currencies];
        _lastWithOther = new int[currencies];
        Array.Fill(_lastWithOther, -1);
    }

    public IEnumerable<KeyValuePair<(int Cohort, int Over), RetentionSums>> Sums => _sums.OrderBy(static sums => sums.Key);

    public void Add(int customer, ReadOnlySpan<ActivityMoment> moments)
    {
        foreach (ref readonly ActivityMoment moment in moments)
        {
            Note(customer, in moment);
        }

        int start = 0;
        while (start < moments.Length && !(_plan.Starts(in moments[start]) && _plan.Happened(in moments[start])))
        {
            start++;
        }

        if (start == moments.Length)
        {
            _withoutStart++;
            return;
        }

        _customers++;
        long startTicks = moments[start].Ticks;
        long startPeriod = _plan.Clock.PeriodAt(startTicks);
        int over = _plan.Columns.Over(_plan.Clock.Over(startPeriod));
        ref RetentionSums? sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (_plan.Clock.CohortAt(startTicks), over), out _);
        sums ??= new RetentionSums(_plan.Columns.Count);
        sums.Customers++;
        int lastColumn = -1;
        foreach (ref readonly ActivityMoment moment in moments)
        {
            bool returns = _plan.Returns(in moment) && _plan.Happened(in moment);
            bool pays = _plan.Pays(in moment);
            if (moment.Ticks < startTicks)
            {
                _beforeStart += returns || pays ? 1 : 0;
                continue;
            }

            if (returns || pays)
            {
                long period = _plan.Clock.Between(startPeriod, _plan.Clock.PeriodAt(moment.Ticks));
                lastColumn = returns ? Return(sums, period, lastColumn) : lastColumn;
                if (pays)
                {
                    Pay(sums, period, _plan.AmountOf(in moment));
                }
            }
        }
    }

    public void Add(RetentionTally other)
    {
        foreach (((int Cohort, int Over) key, RetentionSums otherSums) in other._sums)
        {
            ref RetentionSums? sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
            sums ??= new RetentionSums(_plan.Columns.Count);
            sums.Add(otherSums);
        }

        for (int currency = 0; currency < _otherActivities.Length; currency++)
        {
            _otherActivities[currency] += other._otherActivities[currency];
            _otherCustomers[currency] += other._otherCustomers[currency];
        }

        _customers += other._customers;
        _withoutStart += other._withoutStart;
        _beforeStart += other._beforeStart;
        _refunds += other._refunds;
        _zeroAmounts += other._zeroAmounts;
        _withoutAmount += other._withoutAmount;
        _implausible += other._implausible;
    }

    public RetentionReport Report(IReadOnlyList<string> currencies) => new(
        _customers,
        _withoutStart,
        _beforeStart,
        _refunds,
        _zeroAmounts,
        _withoutAmount,
        _implausible,
        ValueList.From(Others(currencies, converted: false)))
    {
        Converted = ValueList.From(Others(currencies, converted: true)),
    };

    private IEnumerable<CurrencyCount> Others(IReadOnlyList<string> currencies, bool converted) => currencies
        .Select((currency, place) => (Count: new CurrencyCount(currency, _otherActivities[place], _otherCustomers[place]), IsConverted: _plan.IsConverted(place)))
        .Where(other => other.Count.Activities > 0 && other.IsConverted == converted)
        .Select(static other => other.Count);

    // Activities come by time, so a customer's columns rise and each counts once.
    private int Return(RetentionSums sums, long period, int lastColumn)
    {
        int column = _plan.Columns.ReturnsIn(period);
        if (column <= lastColumn)
        {
            return lastColumn;
        }

        for (int first = _plan.Unbounded ? lastColumn + 1 : column; first <= column; first++)
        {
            sums.Retained[first]++;
        }

        return column;
    }

    private void Pay(RetentionSums sums, long period, decimal amount)
    {
        int column = _plan.Columns.ColumnOf(period);
        if (column >= 0)
        {
            sums.Revenue[column] += amount;
        }

        int growth = _plan.Columns.EndsIn(period);
        if (growth < sums.Growth.Length)
        {
            sums.Growth[growth] += amount;
        }
    }

    private void Note(int customer, in ActivityMoment moment)
    {
        if (!moment.IsPurchase)
        {
            return;
        }

        _refunds += moment.IsRefund ? 1 : 0;
        _zeroAmounts += moment.IsFree && !_plan.KeepZeroAmounts ? 1 : 0;
        _withoutAmount += moment.Currency < 0 ? 1 : 0;
        if (moment.Currency < 0)
        {
            return;
        }

        if (moment.Currency != _plan.Currency)
        {
            _otherActivities[moment.Currency]++;
            _otherCustomers[moment.Currency] += _lastWithOther[moment.Currency] == customer ? 0 : 1;
            _lastWithOther[moment.Currency] = customer;
        }

        _implausible += _plan.IsWorth(in moment) && _plan.IsImplausible(in moment) ? 1 : 0;
    }
}
