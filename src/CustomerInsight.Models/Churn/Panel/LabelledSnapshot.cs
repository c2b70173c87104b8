namespace CustomerInsight.Models;

/// <summary>What was known of customers at a cut-off, and what became of them.</summary>
/// <param name="Snapshot">The features of the customers of <paramref name="Labels"/>, in the same order. Its purchases may be of more customers.</param>
/// <param name="Labels">What became of them.</param>
public sealed record LabelledSnapshot(CustomerSnapshot Snapshot, CustomerLabels Labels);
