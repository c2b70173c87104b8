namespace CustomerInsight.Matching;

/// <summary>Into what a blocking part is split, so that one value gives several keys.</summary>
public enum PartSplit
{
    /// <summary>Not at all: one key.</summary>
    None,

    /// <summary>Its words.</summary>
    Words,

    /// <summary>Its rarest words, by how many records had each when the rules were chosen; ties by ordinal order.</summary>
    RarestWords,

    /// <summary>Its runs of a few units (q-grams).</summary>
    Grams,
}
