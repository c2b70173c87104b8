namespace CustomerInsight.Matching;

/// <summary>The comparators that come with the library.</summary>
public static class Comparators
{
    /// <summary>Gets Jaro–Winkler similarity: good for names.</summary>
    public static IComparator JaroWinkler { get; } = new JaroWinklerComparator();

    /// <summary>Gets the token-set ratio: good for texts whose words may be missing or in another order. 0 where no word is shared.</summary>
    public static IComparator TokenSet { get; } = new TokenSetComparator();
}
