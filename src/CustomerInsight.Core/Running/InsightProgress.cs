namespace CustomerInsight;

/// <summary>How far a run is.</summary>
/// <param name="Stage">The stage at work.</param>
/// <param name="Done">How many of its items are done: rows, pairs, customers.</param>
/// <param name="Total">How many there are, or null where that is not known.</param>
public readonly record struct InsightProgress(string Stage, long Done, long? Total);
