using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How regularly a customer bought: all that the regularity of purchases is learned from.</summary>
/// <param name="Gaps">How many times there were between purchases: one fewer than purchases. At least 0.</param>
/// <param name="SumOfLogShares">The sum of the logs of each gap's share of them all. At most 0; the nearer to 0 for their number, the more regular.</param>
/// <param name="LastShare">The last gap's share of the last two together, from 0 to 1; 0.5 where there are fewer than two.</param>
/// <remarks>Shares do not depend on how often the customer buys, nor on how long the customer is observed: that is why the regularity can be learned on its own.</remarks>
public readonly record struct GapPattern(int Gaps, double SumOfLogShares, double LastShare)
{
    /// <summary>Gets whether the numbers keep to their ranges.</summary>
    public bool IsValid => Gaps is >= 0 and <= RepeatPattern.MostRepeats && double.IsFinite(SumOfLogShares) && SumOfLogShares <= 0 && LastShare is >= 0 and <= 1;

    /// <summary>Makes a pattern from when a customer bought.</summary>
    /// <param name="days">The days of the purchases in order, from any day on. Equal days count as one.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentException">A day is not a finite number, or before the one before it.</exception>
    public static GapPattern Of(IReadOnlyList<double> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var sums = new GapSums();
        for (int i = 0; i < days.Count; i++)
        {
            if (!double.IsFinite(days[i]) || (i > 0 && days[i] < days[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Day {i + 1} of {days.Count} is not finite or before the one before it. Pass the days in order."), nameof(days));
            }

            sums.Add(days[i]);
        }

        return sums.ToPattern();
    }

    /// <summary>Reads how regularly each customer bought from a plain log.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile.</param>
    /// <param name="asOf">The moment: nothing after it counts.</param>
    /// <param name="options">How activities become purchases; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One pattern for each customer of <see cref="PurchaseTable.From(ActivityLog, DateTimeOffset, PurchaseOptions?, CancellationToken)"/> of the same arguments, in its order.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Takes as long as the table.</remarks>
    public static IReadOnlyList<GapPattern> From(ActivityLog log, DateTimeOffset asOf, PurchaseOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        PurchaseOptions usable = PurchaseTable.Checked(options);
        return Read(new LogSource(log, asOf.UtcTicks, FixedChunks.Parallel(usable.MaxDegreeOfParallelism, cancellationToken)), asOf, usable, cancellationToken);
    }

    /// <summary>Reads how regularly each customer bought.</summary>
    /// <param name="customers">The customers, in any order, each once; so are the activities of each.</param>
    /// <param name="asOf">The moment: nothing after it counts.</param>
    /// <param name="options">How activities become purchases; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One pattern for each customer of <see cref="PurchaseTable.From(IReadOnlyList{CustomerHistory}, DateTimeOffset, PurchaseOptions?, CancellationToken)"/> of the same arguments, in its order.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<GapPattern> From(IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, PurchaseOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return Read(new HistorySource(customers, asOf), asOf, PurchaseTable.Checked(options), cancellationToken);
    }

    private static GapPattern[] Read(IPurchaseSource source, DateTimeOffset asOf, PurchaseOptions options, CancellationToken cancellationToken)
    {
        var visitor = new GapVisitor(source.Customers.Length);
        PurchaseTable.Make(source, asOf, options, cancellationToken, visitor);
        return visitor.Patterns();
    }

    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Gaps} gap(s), logs of shares {SumOfLogShares:G6}, last share {LastShare:G6}");
}
