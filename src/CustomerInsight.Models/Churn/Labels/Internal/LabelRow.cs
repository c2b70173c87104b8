namespace CustomerInsight.Models;

/// <summary>A customer's label, or why there is none.</summary>
internal readonly record struct LabelRow(int Customer, bool Label, LabelExclusion? Exclusion);
