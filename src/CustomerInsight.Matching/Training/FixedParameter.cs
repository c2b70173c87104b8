namespace CustomerInsight.Matching;

/// <summary>A number of a comparison level that training never changes, because it is known better than the data can tell.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Level">The level's name; <see cref="Matching.Comparison.Different"/> for the last.</param>
/// <remarks>The other levels of the comparison share what is left to 1, in the proportions that were learned.</remarks>
public sealed record FixedParameter(string Comparison, string Level)
{
    /// <summary>Gets how often the level holds among matches, or null where that is learned.</summary>
    /// <value>Null. Above 0, below 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set outside that range.</exception>
    public double? M
    {
        get;
        init => field = Checked(value, nameof(M));
    }

    /// <summary>Gets how often it holds among other pairs, or null where that is learned.</summary>
    /// <value>Null. Above 0, below 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set outside that range.</exception>
    public double? U
    {
        get;
        init => field = Checked(value, nameof(U));
    }

    private static double? Checked(double? value, string name) =>
        value is null or (> 0 and < 1) ? value : throw new ArgumentOutOfRangeException(name, value, "A probability above 0 and below 1 is needed.");
}
