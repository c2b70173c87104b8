using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

public sealed partial class PurchaseHoldout
{
    /// <summary>Cuts the purchases of a log in two.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile.</param>
    /// <param name="calibrationEnd">The last moment that a model may learn from.</param>
    /// <param name="holdoutEnd">The last moment that forecasts are held against; on a later day than <paramref name="calibrationEnd"/>.</param>
    /// <param name="options">How activities become purchases, in both parts; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Both parts. <see cref="Calibration"/> is what <see cref="PurchaseTable.From(ActivityLog, DateTimeOffset, PurchaseOptions?, CancellationToken)"/> makes.</returns>
    /// <exception cref="ArgumentException">The moments are on one day or the wrong way round, an option is not usable, or a name means another customer later, for several come to have it.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Takes about as long as two tables.</remarks>
    public static PurchaseHoldout From(
        [NotNull] ActivityLog log, DateTimeOffset calibrationEnd, DateTimeOffset holdoutEnd, PurchaseOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        PurchaseOptions usable = PurchaseTable.Checked(options);
        ParallelOptions parallel = FixedChunks.Parallel(usable.MaxDegreeOfParallelism, cancellationToken);
        return Cut(end => new LogSource(log, end.UtcTicks, parallel), calibrationEnd, holdoutEnd, usable, cancellationToken);
    }

    /// <summary>Cuts the purchases of customers in two.</summary>
    /// <param name="customers">The customers, in any order, each once; so are the activities of each.</param>
    /// <param name="calibrationEnd">The last moment that a model may learn from.</param>
    /// <param name="holdoutEnd">The last moment that forecasts are held against; on a later day than <paramref name="calibrationEnd"/>.</param>
    /// <param name="options">How activities become purchases, in both parts; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Both parts.</returns>
    /// <exception cref="ArgumentException">The moments are on one day or the wrong way round, two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static PurchaseHoldout From(
        [NotNull] IReadOnlyList<CustomerHistory> customers, DateTimeOffset calibrationEnd, DateTimeOffset holdoutEnd, PurchaseOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return Cut(end => new HistorySource(customers, end), calibrationEnd, holdoutEnd, PurchaseTable.Checked(options), cancellationToken);
    }

    /// <summary>Takes both parts from a host that summed them up itself, such as by queries.</summary>
    /// <param name="calibration">What customers bought up to the calibration's end.</param>
    /// <param name="purchaseDays">On how many days each of them bought after it, in the order of the table. At least 0 each.</param>
    /// <param name="revenue">For how much; below 0 where more was given back than bought.</param>
    /// <param name="length">How long the time after the calibration's end is. Above 0, not for ever.</param>
    /// <returns>Both parts, without a timeline.</returns>
    /// <exception cref="ArgumentException">The lists are not as long as the table, or a number of days is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is out of its range.</exception>
    public static PurchaseHoldout FromSummaries([NotNull] PurchaseTable calibration, [NotNull] IReadOnlyList<int> purchaseDays, [NotNull] IReadOnlyList<decimal> revenue, Duration length)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(purchaseDays);
        ArgumentNullException.ThrowIfNull(revenue);
        CheckCounts(purchaseDays, calibration.Columns.Count, nameof(purchaseDays));
        return revenue.Count == calibration.Columns.Count
            ? new(calibration, calibration.ToPatterns(), CheckedLength(length), new HoldoutColumns([.. purchaseDays], [.. revenue]), null, null, new LaterCustomers(0, 0, 0))
            : throw new ArgumentException(FormattableString.Invariant($"There are {revenue.Count} amounts for {calibration.Columns.Count} customers. Give one for each."), nameof(revenue));
    }

    /// <summary>Takes patterns and what came after them, such as simulated ones.</summary>
    /// <param name="patterns">When each customer bought again up to the calibration's end, in any order.</param>
    /// <param name="purchases">How often each bought after it, in the same order. At least 0 each.</param>
    /// <param name="length">How long the time after the calibration's end is. Above 0, not for ever.</param>
    /// <returns>Both parts, sorted by their numbers, without names, spend or timeline.</returns>
    /// <exception cref="ArgumentException">The lists are not of one length, a pattern is not valid, or a number is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is out of its range.</exception>
    public static PurchaseHoldout FromPatterns([NotNull] IReadOnlyList<RepeatPattern> patterns, [NotNull] IReadOnlyList<int> purchases, Duration length)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(purchases);
        CheckCounts(purchases, patterns.Count, nameof(purchases));
        (RepeatPattern Pattern, int Count)[] pairs = [.. patterns.Zip(purchases)];
        foreach ((RepeatPattern pattern, _) in pairs)
        {
            pattern.ThrowIfInvalid(nameof(patterns));
        }

        // Sums of doubles depend on the order.
        Array.Sort(pairs, static (left, right) =>
        {
            int order = RepeatPattern.Compare(left.Pattern, right.Pattern);
            return order != 0 ? order : left.Count.CompareTo(right.Count);
        });
        var columns = new HoldoutColumns(Array.ConvertAll(pairs, static pair => pair.Count), []);
        return new(null, Array.ConvertAll(pairs, static pair => pair.Pattern), CheckedLength(length), columns, null, null, new LaterCustomers(0, 0, 0));
    }

    private static PurchaseHoldout Cut(Func<DateTimeOffset, IPurchaseSource> read, DateTimeOffset calibrationEnd, DateTimeOffset holdoutEnd, PurchaseOptions options, CancellationToken cancellationToken)
    {
        var days = new LocalDays(options.TimeZone, options.DayStartsAtHour);
        int lastDay = days.DayOf(calibrationEnd.UtcTicks);
        int holdoutDay = days.DayOf(holdoutEnd.UtcTicks);
        if (holdoutDay <= lastDay)
        {
            throw new ArgumentException("The holdout ends on the day on which the calibration ends, or before. Give a later moment, so that there is a day to hold forecasts against.", nameof(holdoutEnd));
        }

        var births = new DayCounts();
        var repeats = new DayCounts();
        IPurchaseSource source = read(calibrationEnd);
        int length = holdoutDay - lastDay;
        var before = new CalibrationVisitor(source.Customers.Length, lastDay - length + 1, births, repeats);
        var calibration = PurchaseTable.Make(source, calibrationEnd, options, cancellationToken, before);
        source = read(holdoutEnd);
        PurchaseOptions plain = options.Copy();
        plain.Habits = false;
        var after = new HoldoutVisitor(AreKnown(source.Customers, calibration.Columns.Customers), calibrationEnd.UtcTicks, lastDay, repeats);
        _ = PurchaseWork.Do(source, new PurchaseSettings(plain, calibration.Currency), FixedChunks.Parallel(options.MaxDegreeOfParallelism, cancellationToken), after);
        PurchaseTimeline? timeline = null;
        if (calibration.Columns.Count > 0)
        {
            int first = calibration.Columns.FirstDay.Min();
            timeline = new PurchaseTimeline(DateOnly.FromDayNumber(first), lastDay - first + 1, births.Between(first, lastDay), repeats.Between(first, holdoutDay));
        }

        return new PurchaseHoldout(calibration, calibration.ToPatterns(), Duration.Days(length), after.Known(), before.Late, timeline, after.Later());
    }

    /// <summary>Tells which names are among those of the calibration; both are in ordinal order.</summary>
    private static bool[] AreKnown(string[] names, string[] calibration)
    {
        bool[] areKnown = new bool[names.Length];
        int row = 0;
        for (int i = 0; i < names.Length; i++)
        {
            areKnown[i] = row < calibration.Length && calibration[row] == names[i];
            row += areKnown[i] ? 1 : 0;
        }

        return row == calibration.Length ? areKnown : throw new ArgumentException(
            "A customer of the calibration has another name later, for other customers with an identifier of the same value come after its end. Name customers of the log by what tells them apart.", nameof(names));
    }

    private static void CheckCounts(IReadOnlyList<int> counts, int customers, string name)
    {
        if (counts.Count != customers || counts.Any(static count => count < 0))
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {counts.Count} counts for {customers} customers, or one is below 0. Give one of at least 0 for each."), name);
        }
    }

    private static Duration CheckedLength(Duration length) => length.CheckedDays(nameof(length)) > 0
        ? length
        : throw new ArgumentOutOfRangeException(nameof(length), length, "Expected a length above 0.");
}
