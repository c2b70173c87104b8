namespace CustomerInsight.Models;

/// <summary>One trait of a map: read of one customer, or of many into a column.</summary>
internal sealed record MappedTrait<T>(TraitDefinition Definition, Func<T, TraitValue> Read, Func<TraitDefinition, int, RowBuffer<T>> Buffer);
