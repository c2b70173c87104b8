namespace CustomerInsight.Models;

/// <summary>Two rows that are next to each other, and how far apart they are.</summary>
internal readonly record struct ReachabilityEdge(int From, int To, double Distance);
