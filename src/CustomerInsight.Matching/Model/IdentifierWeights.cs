namespace CustomerInsight.Matching;

/// <summary>What a shared identifier is worth, in bits: set rather than learned, since so rare an event is not seen among random pairs.</summary>
public static class IdentifierWeights
{
    private const double UniqueAlone = 30;
    private const double StrongAlone = 12;
    private const double SharedBits = 6;

    /// <summary>Below this weight of a pair that shares a strong identifier, something else speaks against it: by 8 bits at least, 256 to 1.</summary>
    internal const double Contradicted = StrongAlone - 8;

    /// <summary>Gives the weight of a shared identifier.</summary>
    /// <param name="strength">How strong its type is.</param>
    /// <param name="priorWeight">The model's prior weight in bits.</param>
    /// <returns>
    /// For unique and strong so many bits that the identifier alone makes 30 and 12 bits in all, however rare matches are: what else differs must
    /// speak that much against it. For shared 6 bits, for weak 0.
    /// </returns>
    public static double Of(IdentifierStrength strength, double priorWeight) => strength switch
    {
        IdentifierStrength.Unique => UniqueAlone - priorWeight,
        IdentifierStrength.Strong => StrongAlone - priorWeight,
        IdentifierStrength.Shared => SharedBits,
        _ => 0,
    };
}
