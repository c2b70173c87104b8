using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>A leaf of a tree that is being grown.</summary>
internal sealed class GrowingLeaf
{
    public required int Node { get; init; }

    /// <summary>Gets where its rows begin among the rows of the tree.</summary>
    public required int Start { get; init; }

    public required int Depth { get; init; }

    /// <summary>Gets the sums of its rows: gradient, and second derivative with rows.</summary>
    public required Vector128<long> Sums { get; init; }

    /// <summary>Gets between which values what it adds must be, for the sake of monotone features.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    public double High { get; init; } = double.PositiveInfinity;

    public SplitCandidate Best { get; set; } = SplitCandidate.None;

    public PinnedLongs? Histogram { get; set; }

    public int Rows => SumScale.Rows(Sums[1]);
}
