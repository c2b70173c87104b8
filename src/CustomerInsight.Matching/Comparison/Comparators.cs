namespace CustomerInsight.Matching;

/// <summary>The comparators that come with the library.</summary>
public static class Comparators
{
    /// <summary>Gets Jaro–Winkler similarity: good for names.</summary>
    public static IComparator JaroWinkler { get; } = new JaroWinklerComparator();

    /// <summary>Gets the token-set ratio: good for texts whose words may be missing or in another order. 0 where no word is shared.</summary>
    public static IComparator TokenSet { get; } = new TokenSetComparator();

    /// <summary>Gets all of them, each with a name of its own.</summary>
    public static IReadOnlyList<IComparator> All { get; } = [JaroWinkler, TokenSet];

    /// <summary>Finds a comparator by its name.</summary>
    /// <param name="name">A name such as <c>jaro-winkler</c>; upper and lower case differ.</param>
    /// <returns>The comparator, or null where the library has none of that name.</returns>
    public static IComparator? Find(string name) => All.FirstOrDefault(comparator => comparator.Name == name);
}
