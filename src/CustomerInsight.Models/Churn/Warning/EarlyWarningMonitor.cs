using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Watches customers one by one: warns of those who do less, or complain more, than they themselves usually do.</summary>
/// <remarks>
/// What is usual is learned from the periods before the watched ones: the median of the customer's counts (in blocks of periods; their mean for customers of few activities) with
/// their dispersion by the median absolute deviation, drawn towards that of all customers, times the season of all customers where a year before tells it. A decline is found by a cumulative sum (CUSUM) of the counts against
/// what is usual, which gathers small but lasting differences. Its limit, for each level, dispersion and length of the past, is where the stated share of drawn steady customers would
/// be warned, with the past drawn and learned from as well; that share is one over the average number of looks between false warnings of a customer (the average run length).
/// The share holds for all steady customers together, not for those of each level and dispersion: as the dispersion of each is drawn towards that of all, more are warned
/// of customers who are more uneven than most, and fewer of those who are more even.
/// <para>
/// Complaints are compared with a Poisson rate of the customer's own, drawn towards that of all customers: the chance of as many or more, given the past.
/// </para>
/// <para>Source: Page, "Continuous Inspection Schemes", Biometrika 41, 1954; Lucas, "Counted Data CUSUM's", Technometrics 27(2), 1985; for limits with an estimated past, Jones, Champ, Rigdon,
/// "The Run Length Distribution of the CUSUM with Estimated Parameters", Journal of Quality Technology 36(1), 2004.</para>
/// </remarks>
/// <example><c>new EarlyWarningMonitor().Watch(log, asOf).Warnings</c></example>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class EarlyWarningMonitor
{
    private readonly EarlyWarningOptions _options;

    /// <summary>Makes a monitor.</summary>
    /// <param name="options">How to watch; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public EarlyWarningMonitor(EarlyWarningOptions? options = null)
    {
        options ??= new EarlyWarningOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new EarlyWarningOptionsValidator(), new EarlyWarningOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Watches the customers of a run.</summary>
    /// <param name="customers">The customers with what they did.</param>
    /// <param name="asOf">The moment to look from; nothing after it counts.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The warnings.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Two passes over the activities, and one simulation for each kind of customer there is (level, dispersion and length of the past, each in steps).</remarks>
    public EarlyWarningResult Watch([NotNull] IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        return new CustomerWatch(_options, asOf, parallel).Run(ActivityReader.Of(customers, asOf, CustomerWatch.TypesOf(_options), parallel));
    }

    /// <summary>Watches the customers of a log.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile.</param>
    /// <param name="asOf">The moment to look from; nothing after it counts.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The warnings.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>As for the customers of a run.</remarks>
    public EarlyWarningResult Watch([NotNull] ActivityLog log, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ParallelOptions parallel = FixedChunks.Parallel(_options.MaxDegreeOfParallelism, cancellationToken);
        return new CustomerWatch(_options, asOf, parallel).Run(ActivityReader.Of(log, asOf, CustomerWatch.TypesOf(_options), parallel));
    }
}
