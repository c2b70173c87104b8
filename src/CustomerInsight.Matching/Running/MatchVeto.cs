namespace CustomerInsight.Matching;

/// <summary>Two distinct contents whose pair weighs enough to be linked, but that are not one customer. Each stands by the first of the records that say it.</summary>
/// <param name="Left">One record's position in the run's records; the lower of the two.</param>
/// <param name="Right">The other's.</param>
/// <param name="Weight">The match weight in bits.</param>
/// <param name="Reason">Why they are apart.</param>
/// <param name="Rule">The rule, the identifier's type and scope, or the source that keeps them apart; null where the reason has no name. Never a value.</param>
public readonly record struct MatchVeto(int Left, int Right, double Weight, ApartReason Reason, string? Rule)
{
    /// <summary>
    /// The rule that keeps apart two records which share a strong or unique identifier, but weigh too little to be linked, since all else speaks against it by 8 bits or more: the identifier has
    /// two holders, and no third record that claims it too brings them together.
    /// </summary>
    public const string TwoHolders = "one identifier, two holders";
}
