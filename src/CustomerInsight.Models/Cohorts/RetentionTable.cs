using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How many customers of each cohort came back after how long, and what they spent.</summary>
/// <param name="Definition">What the rows and columns are.</param>
/// <param name="AsOf">The moment the table looks from; null where there was no activity at all.</param>
/// <param name="Currency">The currency of the revenue; <see cref="Money.NoCurrency"/> where there was none.</param>
/// <param name="Cohorts">The cohorts that have customers, by rising start.</param>
/// <param name="Total">All cohorts together, one cell for each column.</param>
/// <param name="Report">What was left out.</param>
/// <remarks>
/// A cell whose period is not over for all its customers is right-censored and says null (<see cref="RetentionCell"/>). With no end to a period
/// (<see cref="RetentionKind.Unbounded"/>) a customer counts as observed once the period's first day, week or month is over; the rate can still rise
/// afterwards (<see cref="RetentionCell.MayRise"/>), and the more the younger a cohort is.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record RetentionTable(
    RetentionDefinition Definition,
    DateTimeOffset? AsOf,
    string Currency,
    ValueList<RetentionCohort> Cohorts,
    ValueList<RetentionCell> Total,
    RetentionReport Report)
{
    /// <summary>Counts the customers of a run.</summary>
    /// <param name="customers">The customers, in any order, each once; so are the activities of each.</param>
    /// <param name="asOf">The moment: nothing after it counts, and no period that ends after it is over.</param>
    /// <param name="options">How to count; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>One pass over the activities, on several threads; memory for the cells.</remarks>
    public static RetentionTable From([NotNull] IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, RetentionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return Of(customers, asOf, RetentionCounting.Checked(options), cancellationToken);
    }

    /// <summary>Counts the customers of a plain log.</summary>
    /// <param name="log">The log. A customer whose rows are all after <paramref name="asOf"/> is none.</param>
    /// <param name="asOf">The moment: nothing after it counts, and no period that ends after it is over.</param>
    /// <param name="options">How to count; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Sorts the customers by name, then passes over the rows on several threads; memory for another 32 bytes a row.</remarks>
    public static RetentionTable From([NotNull] ActivityLog log, DateTimeOffset asOf, RetentionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        RetentionOptions settings = RetentionCounting.Checked(options);
        ParallelOptions parallel = FixedChunks.Parallel(settings.MaxDegreeOfParallelism, cancellationToken);
        return RetentionCounting.Count(ActivityReader.Of(log, asOf, RetentionPlan.TypesOf(settings), parallel), asOf, settings, parallel);
    }

    /// <summary>Finds a cohort.</summary>
    /// <param name="start">The first day of its day, week or month.</param>
    /// <returns>The cohort, or null where nobody started then.</returns>
    public RetentionCohort? Find(DateOnly start) => Cohorts.FirstOrDefault(cohort => cohort.Start == start);

    /// <summary>Counts the customers of a run by options that are known to be usable.</summary>
    internal static RetentionTable Of(IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, RetentionOptions settings, CancellationToken cancellationToken)
    {
        ParallelOptions parallel = FixedChunks.Parallel(settings.MaxDegreeOfParallelism, cancellationToken);
        return RetentionCounting.Count(ActivityReader.Of(customers, asOf, RetentionPlan.TypesOf(settings), parallel), asOf, settings, parallel);
    }

    /// <summary>Says how much there is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Cohorts.Count} cohorts of {Report.Customers} customers in {Definition.Periods.Count} periods");
}
