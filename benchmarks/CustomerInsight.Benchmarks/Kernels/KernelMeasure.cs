namespace CustomerInsight.Benchmarks;

/// <summary>What one comparator costs over all pairs of a list of texts.</summary>
/// <param name="Nanoseconds">The time of a pair, one thread: for each text the median over the repetitions, added up.</param>
/// <param name="Checksum">The sum of all results, to check it against another program's.</param>
internal sealed record KernelMeasure(double Nanoseconds, double Checksum);
