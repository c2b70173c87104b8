namespace CustomerInsight.Matching;

/// <summary>How alike two sets are: of q-grams, of words, of values.</summary>
public enum SetSimilarity
{
    /// <summary>What both have among all that either has: |A ∩ B| / |A ∪ B|.</summary>
    Jaccard,

    /// <summary>What both have among the mean of their sizes: 2 |A ∩ B| / (|A| + |B|).</summary>
    Dice,

    /// <summary>What both have among the geometric mean of their sizes: |A ∩ B| / √(|A| |B|).</summary>
    Cosine,

    /// <summary>What both have among the smaller of the two: |A ∩ B| / min(|A|, |B|). 1 where one lies within the other.</summary>
    Overlap,
}
