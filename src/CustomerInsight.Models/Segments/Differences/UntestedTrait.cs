namespace CustomerInsight.Models;

/// <summary>A trait that could not be compared.</summary>
/// <param name="Trait">The trait.</param>
/// <param name="Reason">Why.</param>
public sealed record UntestedTrait(string Trait, string Reason);
