namespace CustomerInsight.Models;

/// <summary>One trait of a map: read of one customer, or as a column of many.</summary>
internal sealed record MappedTrait<T>(TraitDefinition Definition, Func<T, TraitValue> Read, Func<TraitDefinition, IReadOnlyList<T>, TraitColumn> Column);
