namespace CustomerInsight.Models;

/// <summary>How many customers have no label for a reason.</summary>
/// <param name="Reason">The reason: of several, the first in the order of <see cref="LabelExclusion"/>.</param>
/// <param name="Customers">How many.</param>
public sealed record LabelExclusionCount(LabelExclusion Reason, int Customers);
