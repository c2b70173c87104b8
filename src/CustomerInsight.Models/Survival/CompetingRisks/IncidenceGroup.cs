namespace CustomerInsight.Models;

/// <summary>How many customers of one group leave for which cause.</summary>
/// <param name="Name">The group.</param>
/// <param name="Incidence">Its causes.</param>
public sealed record IncidenceGroup(string Name, CumulativeIncidence Incidence);
