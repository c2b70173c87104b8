namespace CustomerInsight.Models;

/// <summary>The best point that a search saw.</summary>
internal sealed record SearchResult(double[] Point, double Value, SearchStatus Status, int Iterations);
