namespace CustomerInsight.Models;

/// <summary>A rule that is asked before another and takes scores that the other would take, too.</summary>
/// <param name="Position">The earlier rule's place in the order, from 0.</param>
/// <param name="Name">Its segment.</param>
/// <param name="Cells">How many combinations of scores it takes from the later one.</param>
public readonly record struct RuleOverlap(int Position, string Name, int Cells);
