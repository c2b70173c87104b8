namespace CustomerInsight.Benchmarks;

/// <summary>What the comparators cost over one list of texts: in the best form that this processor has, and in each of the others.</summary>
/// <param name="Texts">How many texts: each is compared with all.</param>
/// <param name="MeanLength">Their mean length in units.</param>
/// <param name="JaroWinkler">Jaro–Winkler similarity.</param>
/// <param name="Jaro">Jaro similarity.</param>
/// <param name="Levenshtein">Levenshtein distance.</param>
/// <param name="Osa">Optimal string alignment distance.</param>
/// <param name="Vector256">The same with vectors of 256 bits; null where they are the best form, or none.</param>
/// <param name="Scalar">The same one text after the other, with the units of the one text prepared: any processor, any script.</param>
internal sealed record TextsMeasures(
    int Texts,
    double MeanLength,
    KernelMeasure JaroWinkler,
    KernelMeasure Jaro,
    KernelMeasure Levenshtein,
    KernelMeasure Osa,
    PathMeasures? Vector256,
    PathMeasures Scalar);
