namespace CustomerInsight.Models;

/// <summary>How many customers are in a segment.</summary>
/// <param name="Segment">The segment's name.</param>
/// <param name="Customers">How many customers.</param>
/// <param name="Share">Their share of all customers, in [0, 1]; 0 where there is none.</param>
public sealed record SegmentSize(string Segment, int Customers, double Share);
