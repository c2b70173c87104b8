namespace CustomerInsight.Models;

/// <summary>What becomes of equal values that <see cref="BinMethod.Ntile"/> would part.</summary>
public enum TiePolicy
{
    /// <summary>They are parted in ordinal order of the customers, earlier ones to the lower score, so that bins stay of equal size.</summary>
    Split,

    /// <summary>They all get the score of the worst ranked of them: equal values, equal scores.</summary>
    Together,
}
