namespace CustomerInsight.Matching;

/// <summary>Which ids the clusters of a part of the graph get.</summary>
/// <param name="Ids">The id of each cluster, in their order.</param>
/// <param name="Retired">The ids that go out of use, rising, each with the one that its records are under now, 0 where there is none.</param>
/// <param name="LastProfile">The highest id ever given then.</param>
internal sealed record ProfilePlan(long[] Ids, List<(long From, long To)> Retired, long LastProfile);
