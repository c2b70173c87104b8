namespace CustomerInsight.Benchmarks;

/// <summary>What the comparators cost in one of the forms that agree.</summary>
internal sealed record PathMeasures(KernelMeasure JaroWinkler, KernelMeasure Jaro, KernelMeasure Levenshtein, KernelMeasure Osa);
