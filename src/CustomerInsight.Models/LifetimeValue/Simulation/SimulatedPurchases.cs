using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Customers drawn from a purchase model.</summary>
/// <remarks>Keeps the patterns, 24 bytes a customer, and draws the rest again when it is asked for.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SimulatedPurchases
{
    // So many customers take about a millisecond.
    private const int SmallestChunk = 4_096;

    private readonly PurchaseLives _lives;
    private readonly int _threads;
    private readonly RepeatPattern[] _patterns;

    private SimulatedPurchases(PurchaseLives lives, int threads, RepeatPattern[] patterns)
    {
        (_lives, _threads, _patterns) = (lives, threads, patterns);
        Patterns = new ReadOnlyArray<RepeatPattern>(patterns);
    }

    /// <summary>Gets how many customers there are.</summary>
    public int Count => _patterns.Length;

    /// <summary>Gets when each customer bought again: what models are fitted to.</summary>
    public IReadOnlyList<RepeatPattern> Patterns { get; }

    /// <summary>Gives one customer with what no one can see of a real one.</summary>
    /// <param name="customer">From 0 to <see cref="Count"/> − 1.</param>
    /// <returns>The customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="customer"/> is outside that range.</exception>
    /// <remarks>O(purchases).</remarks>
    public SimulatedCustomer Customer(int customer)
    {
        Check(customer);
        RepeatPattern pattern = _lives.Watch(customer, _patterns[customer].TenureDays, out PurchasePath path);
        return new SimulatedCustomer(
            pattern, path.Rate / path.Stages, path.DropOutProbability, path.DropOutPerDay, path.LeavesAt <= pattern.TenureDays ? path.LeavesAt : null);
    }

    /// <summary>Gives when one customer bought.</summary>
    /// <param name="customer">From 0 to <see cref="Count"/> − 1.</param>
    /// <param name="ahead">How long after the tenure, too. At least 0, not for ever.</param>
    /// <returns>Days since the first purchase, in order; the first is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>O(purchases).</remarks>
    public IReadOnlyList<double> PurchaseDays(int customer, Duration ahead = default)
    {
        Check(customer);
        double end = _patterns[customer].TenureDays + ahead.CheckedDays(nameof(ahead));
        PurchasePath path = _lives.Start(customer);
        var days = new List<double>();
        for (double at = 0; at <= end; at = path.Next())
        {
            days.Add(at);
        }

        return days;
    }

    /// <summary>Counts what each customer buys after the tenure: what a forecast is held against.</summary>
    /// <param name="ahead">For how long. At least 0, not for ever.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How often each customer buys, in the order of <see cref="Patterns"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative or for ever.</exception>
    /// <exception cref="InvalidOperationException">A customer bought more than 1,000,000 times.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(customers + purchases). The purchases are those that <see cref="PurchaseDays"/> gives.</remarks>
    public int[] PurchasesAhead(Duration ahead, CancellationToken cancellationToken = default)
    {
        double days = ahead.CheckedDays(nameof(ahead));
        int[] counts = new int[Count];
        Watch(_lives, _threads, Count, customer => _patterns[customer].TenureDays + days, (customer, later) => counts[customer] = later.Repeats - _patterns[customer].Repeats, cancellationToken);
        return counts;
    }

    /// <summary>Writes the purchases as a log, for what starts from one.</summary>
    /// <param name="asOf">When the tenures end.</param>
    /// <param name="spend">What the customers spend, in cents of at least 1; null for 1.00 on each purchase.</param>
    /// <param name="currency">The currency of the amounts, three capital letters.</param>
    /// <param name="ahead">How long after <paramref name="asOf"/>, too. At least 0, not for ever.</param>
    /// <returns>A row for each purchase, the first ones too. Customers are named by their number, from 1, with as many digits as the last has.</returns>
    /// <exception cref="ArgumentException"><paramref name="spend"/> is of another number of customers, or the currency is no currency code.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ahead"/> is negative or for ever, or a date is before the year 1 or after 9999.</exception>
    /// <remarks>O(purchases). What counts days sees purchases of one day as one, so it may see a little less often than <see cref="Patterns"/> has it.</remarks>
    public ActivityLog ToActivityLog(DateTimeOffset asOf, SimulatedSpend? spend = null, string currency = Money.NoCurrency, Duration ahead = default)
    {
        if (spend is not null && spend.Count != Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"The spend is of {spend.Count} customers, the purchases of {Count}. Draw the spend for these patterns."), nameof(spend));
        }

        var log = new ActivityLog();
        string digits = FormattableString.Invariant($"D{Count.ToString(CultureInfo.InvariantCulture).Length}");
        for (int customer = 0; customer < Count; customer++)
        {
            string name = (customer + 1).ToString(digits, CultureInfo.InvariantCulture);
            DateTimeOffset first = asOf.AddDays(-_patterns[customer].TenureDays);
            using IEnumerator<double>? amounts = spend?.Amounts(customer).GetEnumerator();
            foreach (double day in PurchaseDays(customer, ahead))
            {
                decimal amount = amounts is not null && amounts.MoveNext() ? Cents(amounts.Current) : 1;
                log.Add(name, first.AddDays(day), amount, currency);
            }
        }

        return log;
    }

    internal static SimulatedPurchases Draw(PurchaseLives lives, int threads, int customers, Func<int, double> tenureDays, CancellationToken cancellationToken)
    {
        var patterns = new RepeatPattern[customers];
        Watch(lives, threads, customers, tenureDays, (customer, pattern) => patterns[customer] = pattern, cancellationToken);
        return new SimulatedPurchases(lives, threads, patterns);
    }

    private static void Watch(
        PurchaseLives lives, int threads, int customers, Func<int, double> tenureDays, Action<int, RepeatPattern> take, CancellationToken cancellationToken)
    {
        bool[] valid = FixedChunks.Run(customers, SmallestChunk, FixedChunks.Parallel(threads, cancellationToken), (first, last) =>
        {
            for (int customer = first; customer < last; customer++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                RepeatPattern pattern = lives.Watch(customer, tenureDays(customer), out _);
                if (!pattern.IsValid)
                {
                    return false;
                }

                take(customer, pattern);
            }

            return true;
        });
        if (valid.Contains(false))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"A customer drawn bought more than {RepeatPattern.MostRepeats} times. Shorten the time, or look at the unit of the model's parameters: customers of this one buy too often."));
        }
    }

    // The largest amounts that the tails can give would not fit a decimal.
    private static decimal Cents(double amount) => Math.Max(0.01m, Math.Round((decimal)Math.Min(amount, 1e12), 2, MidpointRounding.AwayFromZero));

    private void Check(int customer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(customer, Count);
    }
}
