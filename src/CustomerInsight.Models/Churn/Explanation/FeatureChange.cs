namespace CustomerInsight.Models;

/// <summary>A change of one trait.</summary>
/// <param name="Trait">The trait.</param>
/// <param name="From">Its value now; may be missing.</param>
/// <param name="To">The value it would have.</param>
public sealed record FeatureChange(string Trait, TraitValue From, TraitValue To)
{
    /// <summary>Writes the change for a person.</summary>
    /// <returns>Such as <c>contract: 'monthly' → 'yearly'</c>. It may be personal: not for logs.</returns>
    public string Describe() => $"{Trait.Replace('_', ' ')}: {From.Describe()} → {To.Describe()}";

    /// <summary>Writes the trait, never the values, which may be personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"change of {Trait}";
}
