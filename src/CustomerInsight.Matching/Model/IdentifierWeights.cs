namespace CustomerInsight.Matching;

/// <summary>What a shared identifier is worth, in bits: fixed numbers, since so rare an event cannot be learned from random pairs.</summary>
public static class IdentifierWeights
{
    /// <summary>Gives the weight of a shared identifier.</summary>
    /// <param name="strength">How strong its type is.</param>
    /// <returns>0 bits for weak, 6 for shared, 24 for strong, 40 for unique. A prior is rarely below −40 bits, so unique decides alone unless much else differs.</returns>
    public static double Of(IdentifierStrength strength) => strength switch
    {
        IdentifierStrength.Unique => 40,
        IdentifierStrength.Strong => 24,
        IdentifierStrength.Shared => 6,
        _ => 0,
    };
}
