namespace CustomerInsight.Models;

/// <summary>The customers who started in the same day, week or month.</summary>
/// <param name="Start">The first day of that day, week or month.</param>
/// <param name="Customers">How many there are. At least 1.</param>
/// <param name="Cells">What became of them, one cell for each of the table's periods.</param>
public sealed record RetentionCohort(DateOnly Start, int Customers, ValueList<RetentionCell> Cells);
