namespace CustomerInsight;

/// <summary>Chooses whose value survives. A port: a host may bring its own.</summary>
/// <remarks>Implementations are pure, safe from many threads, and use neither clock nor randomness.</remarks>
public interface ISurvivorshipRule
{
    /// <summary>Gets the rule's name, which lineage names.</summary>
    string Name { get; }

    /// <summary>Chooses the winner.</summary>
    /// <param name="contenders">At least one, in canonical order of their records, each with a value in at least one field of the group.</param>
    /// <returns>The winner's position. Where the rule cannot tell two apart it takes the earlier one, so that ties fall in canonical order.</returns>
    int Choose(IReadOnlyList<Contender> contenders);
}
