namespace CustomerInsight.Models;

/// <summary>How a trait becomes features.</summary>
public enum TraitEncodingMethod
{
    /// <summary>One column with the number itself (a flag as 0 and 1, a date as days before the as-of day).</summary>
    Value,

    /// <summary>One column with the signed logarithm of the number, sign(x) · ln(1 + |x|): for amounts and counts, of which few are far above the rest.</summary>
    Logarithm,

    /// <summary>No column but the one that tells whether the trait is missing: all known values are alike.</summary>
    Presence,

    /// <summary>A column for each common level, 1 where the row has it; one level has none and is what the others are compared with.</summary>
    Levels,

    /// <summary>One column with the number of the level.</summary>
    Numbered,

    /// <summary>A column for each common text of a set, 1 where the set has it.</summary>
    Members,
}
