namespace CustomerInsight.Models;

/// <summary>How much a trait tells alone.</summary>
/// <param name="Trait">The trait's name.</param>
/// <param name="AreaUnderRoc">How often the trait alone puts a customer with the label above one without, whichever way it points: from 0.5; ties count one half.</param>
public sealed record TraitScore(string Trait, double AreaUnderRoc);
