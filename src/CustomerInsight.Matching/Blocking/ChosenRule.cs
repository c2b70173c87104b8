namespace CustomerInsight.Matching;

/// <summary>A blocking rule of a trained model.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Oversize">Its blocks that were over the limit when the model was trained, by rising key.</param>
public sealed record ChosenRule(IBlockingRule Rule, ValueList<OversizeBlock> Oversize);
