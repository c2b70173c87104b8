namespace CustomerInsight.Models;

/// <summary>A trait that a host can change, such as a contract's term or a discount, and how.</summary>
/// <param name="Trait">The trait's name: a number, a text or a flag.</param>
/// <param name="Direction">Which way a number can be changed.</param>
public sealed record ActionableFeature(string Trait, ChangeDirection Direction = ChangeDirection.Either)
{
    /// <summary>Gets the lowest number that can be reached.</summary>
    /// <value>Null: the lowest that customers have.</value>
    public double? Low { get; init; }

    /// <summary>Gets the highest number that can be reached.</summary>
    /// <value>Null: the highest that customers have.</value>
    public double? High { get; init; }

    /// <summary>Gets the texts that can be reached.</summary>
    /// <value>None: all that customers have.</value>
    public ValueList<string> Texts { get; init; }
}
