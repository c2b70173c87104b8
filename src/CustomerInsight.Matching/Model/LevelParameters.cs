namespace CustomerInsight.Matching;

/// <summary>The numbers of one level of a comparison.</summary>
/// <param name="Level">The level's name.</param>
/// <param name="M">How often the level holds among matches, above 0.</param>
/// <param name="U">How often it holds among other pairs, above 0.</param>
public readonly record struct LevelParameters(string Level, double M, double U)
{
    /// <summary>Gets how often the level holds among different people of one household, or null where they agree only by chance, as strangers do.</summary>
    /// <value>Null.</value>
    public double? H { get; init; }

    /// <summary>Gets how often any two records agree at this level, matches included: what the frequency of a shared value is set against; null for u.</summary>
    /// <value>Null.</value>
    public double? Agreement { get; init; }

    /// <summary>Gets the match weight in bits: log2(m/u).</summary>
    public double Weight => Math.Log2(M) - Math.Log2(U);
}
