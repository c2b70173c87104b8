namespace CustomerInsight.Matching;

/// <summary>How long one step of matching took.</summary>
/// <param name="Stage">The step: <c>train</c>, <c>block</c>, <c>refine</c>, <c>score</c> or <c>cluster</c>.</param>
/// <param name="Seconds">The time by the wall clock.</param>
public readonly record struct StageTiming(string Stage, double Seconds);
