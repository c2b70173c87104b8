namespace CustomerInsight.Models;

/// <summary>What the rows and columns of a retention table are.</summary>
/// <param name="CohortBy">By what customers form cohorts.</param>
/// <param name="Period">What the columns count.</param>
/// <param name="Window">From when periods are counted.</param>
/// <param name="Kind">When a customer counts as having come back.</param>
/// <param name="Periods">The columns, rising.</param>
public sealed record RetentionDefinition(CohortPeriod CohortBy, CohortPeriod Period, RetentionWindow Window, RetentionKind Kind, ValueList<RetentionPeriod> Periods);
