namespace CustomerInsight.Models;

/// <summary>What a column of features says of its trait.</summary>
public enum EncodedColumnKind
{
    /// <summary>The value, or the signed logarithm of it.</summary>
    Value,

    /// <summary>Whether the trait is missing.</summary>
    Missing,

    /// <summary>Whether it is the level <see cref="EncodedColumn.Level"/>.</summary>
    Level,

    /// <summary>Whether it is one of the levels without a column of their own.</summary>
    Other,

    /// <summary>The number of the level.</summary>
    Number,

    /// <summary>How common the level is: ln(1 + rows that had it when the encoding was fitted), 0 for rare and unknown levels.</summary>
    Commonness,

    /// <summary>Whether the set has the text <see cref="EncodedColumn.Level"/>.</summary>
    Member,
}
