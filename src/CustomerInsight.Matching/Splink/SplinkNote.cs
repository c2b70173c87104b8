namespace CustomerInsight.Matching;

/// <summary>Something in a Splink model that was taken otherwise than it stands there, or not at all.</summary>
/// <param name="Where">The comparison and its level, or the blocking rule.</param>
/// <param name="Sql">Its SQL as Splink wrote it; empty where it is not about SQL.</param>
/// <param name="Text">What was not taken, and what that means.</param>
/// <param name="IsLoss">Whether weights or pairs may differ from Splink's because of it.</param>
public sealed record SplinkNote(string Where, string Sql, string Text, bool IsLoss);
