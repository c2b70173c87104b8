using System.Globalization;

namespace CustomerInsight.Testing;

/// <summary>Lets each person buy after the BG/NBD model, and spend after the Gamma–Gamma model.</summary>
/// <remarks>
/// Fader, Hardie, Lee, "Counting your customers the easy way: an alternative to the Pareto/NBD model", Marketing Science 24(2), 2005: the rate is
/// gamma(r, α); after each repeat purchase the customer leaves with a chance that is beta(a, b). Fader, Hardie, "The Gamma-Gamma model of
/// monetary value", 2013: an amount is gamma(p, ν) where the customer's ν is gamma(q, γ).
/// </remarks>
internal sealed class PurchaseSimulator
{
    private const int RefundDays = 21;
    private const double WholeRefundShare = 0.6;

    private readonly SyntheticOptions _options;
    private readonly SeededRandom _random;
    private readonly long _from;
    private readonly long _to;
    private readonly List<PurchaseEvent> _events = [];

    public PurchaseSimulator(SyntheticOptions options)
    {
        _options = options;

        // A sequence of its own, so that records do not depend on whether activities are asked for.
        _random = new SeededRandom(StableHash.Combine(options.Seed, StableHash.Of("activities")));
        _from = options.From.ToDateTime(TimeOnly.MinValue).Ticks;
        _to = options.To.ToDateTime(TimeOnly.MinValue).Ticks;
    }

    public SyntheticPurchases Simulate(PersonRecords people, SourceRecord[] records)
    {
        var truth = new PurchaseTruth[people.People];
        for (int person = 0; person < truth.Length; person++)
        {
            truth[person] = Live(person, people.Of(person));
        }

        _events.Sort();
        var activities = new CustomerActivity[_events.Count];
        for (int i = 0; i < activities.Length; i++)
        {
            activities[i] = Activity(_events[i], i, records);
        }

        return new SyntheticPurchases(activities, truth);
    }

    private CustomerActivity Activity(PurchaseEvent drawn, int position, SourceRecord[] records)
    {
        RecordKey customer = records[drawn.Record].Key;
        return new CustomerActivity(
            new RecordKey(customer.Source, string.Create(CultureInfo.InvariantCulture, $"A{position + 1:D8}")),
            Identifier.ForRecord(customer.Source, customer.Id),
            ActivityTypes.Purchase,
            At(drawn.Ticks))
        {
            Value = new Money(drawn.Amount, _options.Currency),
            Order = string.Create(CultureInfo.InvariantCulture, $"{drawn.Person + 1}-{drawn.Order + 1}"),
        };
    }

    private PurchaseTruth Live(int person, ReadOnlySpan<int> records)
    {
        double rate = _random.NextGamma(_options.PurchaseR, _options.PurchaseAlphaDays);
        double dropOut = _random.NextBeta(_options.DropOutA, _options.DropOutB);
        double spendRate = _random.NextGamma(_options.SpendQ, _options.SpendGamma);
        long first = WholeSecond(_from + (long)(_random.NextDouble() * (_to - _from)));
        int number = 0;
        int order = 0;
        Buy(person, first, records, spendRate, order, ref number);
        double at = first;
        long? aliveUntil = null;
        while (aliveUntil is null)
        {
            at += _random.NextExponential(rate) * TimeSpan.TicksPerDay;
            if (!(at < _to))
            {
                break;
            }

            long now = Math.Max(first, WholeSecond((long)at));
            Buy(person, now, records, spendRate, ++order, ref number);
            aliveUntil = _random.NextDouble() < dropOut ? now : null;
        }

        return new PurchaseTruth(At(first), order, rate, dropOut, _options.SpendP / spendRate, aliveUntil is long left ? At(left) : null);
    }

    private void Buy(int person, long at, ReadOnlySpan<int> records, double spendRate, int order, ref int number)
    {
        int record = records[_random.Next(records.Length)];
        decimal amount = Math.Max(0.01m, Cents(_random.NextGamma(_options.SpendP, spendRate)));
        _events.Add(new PurchaseEvent(at, person, number++, record, order, amount));
        if (_random.NextDouble() < _options.ZeroAmountShare)
        {
            _events.Add(new PurchaseEvent(at, person, number++, record, order, 0));
        }

        if (_random.NextDouble() < _options.RefundShare)
        {
            decimal back = _random.NextDouble() < WholeRefundShare ? amount : Math.Max(0.01m, Cents((double)amount * _random.NextDouble()));
            long when = at + WholeSecond((long)((1 + (_random.NextDouble() * (RefundDays - 1))) * TimeSpan.TicksPerDay));
            if (when < _to)
            {
                _events.Add(new PurchaseEvent(when, person, number++, record, order, -back));
            }
        }
    }

    // The largest amounts that Gamma–Gamma tails can give would not fit a decimal.
    private static decimal Cents(double amount) => Math.Round((decimal)Math.Min(amount, 1e12), 2, MidpointRounding.AwayFromZero);

    private static long WholeSecond(long ticks) => ticks - (ticks % TimeSpan.TicksPerSecond);

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
