namespace CustomerInsight.Models;

/// <summary>How many rows had a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Rows">The rows.</param>
public sealed record LevelCount(string Level, int Rows);
