namespace CustomerInsight.Models;

/// <summary>A trait that becomes no feature.</summary>
/// <param name="Trait">The trait's name.</param>
/// <param name="Reason">Why.</param>
public sealed record UnusedTrait(string Trait, UnusedTraitReason Reason);
