namespace CustomerInsight.Models;

/// <summary>The order of the rows in a fit.</summary>
/// <param name="Rows">The data's row at each place.</param>
/// <param name="Keys">The hash of each of the data's rows, by which they are ordered; null where they are in the order of the data.</param>
internal sealed record BoostingOrder(int[] Rows, ulong[]? Keys);
