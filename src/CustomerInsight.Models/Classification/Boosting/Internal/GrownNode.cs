namespace CustomerInsight.Models;

/// <summary>A node of a grown tree, in codes of lanes.</summary>
internal sealed class GrownNode
{
    public SplitCandidate Split { get; set; } = SplitCandidate.None;

    /// <summary>Gets or sets the left node; the right one comes after it. 0 for a leaf.</summary>
    public int Left { get; set; }

    public required int Rows { get; init; }

    /// <summary>Gets or sets what a leaf adds to the log-odds, shrunk.</summary>
    public double Value { get; set; }

    /// <summary>Gets or sets 1 for each code of the lane that goes left.</summary>
    public byte[] IsLeft { get; set; } = [];
}
