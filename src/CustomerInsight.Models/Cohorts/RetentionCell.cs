namespace CustomerInsight.Models;

/// <summary>One cohort in one period.</summary>
/// <param name="All">All customers of the cohort and what they did so far.</param>
/// <param name="Observed">Those of them for whom the period is over by the as-of moment; with no end to the period: its first day, week or month.</param>
/// <remarks>
/// While the period is not over for every customer, the cell is right-censored: who has not come back yet still may. Its own numbers are null then, never 0 and never
/// the number so far. <see cref="Observed"/> gives an estimate that does not suffer from that, of fewer customers.
/// <para>
/// A period without an end (<see cref="RetentionKind.Unbounded"/>) is never over. Its numbers are those seen so far, from its first day, week or month on, and who has not
/// come back yet still may: <see cref="MayRise"/>. Older cohorts were followed for longer, so such rates of two cohorts are not alike.
/// </para>
/// </remarks>
public readonly record struct RetentionCell(RetentionCount All, RetentionCount Observed)
{
    /// <summary>Gets whether the period, or the first of one without an end, is not over for some of the customers.</summary>
    public bool IsCensored => Observed.Customers < All.Customers;

    /// <summary>Gets whether even the number of those observed can still rise: the period has no end, and some of them have not come back.</summary>
    public bool MayRise { get; init; }

    /// <summary>Gets how many came back, where <see cref="MayRise"/> at least so many; null where the cell is censored.</summary>
    public int? Retained => IsCensored ? null : All.Retained;

    /// <summary>Gets the share that came back, in [0, 1], where <see cref="MayRise"/> at least so much; null where the cell is censored or has no customers.</summary>
    public double? Rate => IsCensored ? null : All.Rate;

    /// <summary>Gets the revenue of the period, of one without an end that of its first; null where the cell is censored.</summary>
    public decimal? Revenue => IsCensored ? null : All.Revenue;

    /// <summary>Gets the revenue from the start to the end of the period, of one without an end to that of its first; null where the cell is censored.</summary>
    public decimal? CumulativeRevenue => IsCensored ? null : All.CumulativeRevenue;

    /// <summary>Adds two cells of the same period.</summary>
    /// <param name="left">One cohort.</param>
    /// <param name="right">Another.</param>
    /// <returns>Both together.</returns>
    public static RetentionCell operator +(RetentionCell left, RetentionCell right) => new(left.All + right.All, left.Observed + right.Observed) { MayRise = left.MayRise || right.MayRise };

    /// <summary>Adds two cells of the same period; the named form of the operator.</summary>
    /// <param name="left">One cohort.</param>
    /// <param name="right">Another.</param>
    /// <returns>Both together.</returns>
    public static RetentionCell Add(RetentionCell left, RetentionCell right) => left + right;

    /// <summary>Gets what a chart shows.</summary>
    internal static decimal? Value(RetentionCount count, RetentionMeasure measure) => measure switch
    {
        RetentionMeasure.Revenue => count.Revenue,
        RetentionMeasure.RevenuePerCustomer => count.RevenuePerCustomer,
        RetentionMeasure.CumulativeRevenue => count.CumulativeRevenue,
        RetentionMeasure.CumulativeRevenuePerCustomer => count.CumulativeRevenuePerCustomer,
        _ => (decimal?)count.Rate,
    };

    /// <summary>Writes the numbers of all customers; of those seen long enough where not all were.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsCensored ? $"{Observed} (seen so far)" : All.ToString();
}
