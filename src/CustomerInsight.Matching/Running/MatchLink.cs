namespace CustomerInsight.Matching;

/// <summary>An accepted statement that two records are one entity.</summary>
/// <param name="Left">One record's position in the run's records; the lower of the two.</param>
/// <param name="Right">The other's.</param>
/// <param name="Weight">The match weight in bits.</param>
/// <param name="Rule">The <see cref="MatchRule"/> that links the two, else the blocking rule that brought them together; or <see cref="IdenticalContent"/>, or <see cref="Asserted"/>.</param>
public readonly record struct MatchLink(int Left, int Right, double Weight, string Rule)
{
    /// <summary>The rule of a link between two records that say the same.</summary>
    public const string IdenticalContent = "identical content";

    /// <summary>The rule of a link between two records that a person said are one entity.</summary>
    public const string Asserted = "asserted";
}
