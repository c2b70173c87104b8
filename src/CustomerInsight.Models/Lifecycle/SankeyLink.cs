namespace CustomerInsight.Models;

/// <summary>Customers who went from one node to another: a band of a Sankey diagram.</summary>
/// <param name="Source">The <see cref="SankeyNode.Id"/> they came from.</param>
/// <param name="Target">The <see cref="SankeyNode.Id"/> they went to, in the next column.</param>
/// <param name="Customers">How many. At least 1.</param>
public sealed record SankeyLink(int Source, int Target, int Customers);
