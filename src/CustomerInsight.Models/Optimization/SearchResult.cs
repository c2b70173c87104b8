namespace CustomerInsight.Models;

/// <summary>The best point that a search saw.</summary>
internal sealed record SearchResult(double[] Point, double Value, SearchStatus Status, int Iterations)
{
    /// <summary>The next best minimum at another place, where several were looked for and found.</summary>
    public SearchResult? Rival { get; init; }
}
