namespace CustomerInsight.Matching;

/// <summary>A block of a rule that was over the limit when the model was trained, and what is done with its key ever after.</summary>
/// <param name="Key">The key: a hash, without a salt, of the values that the block shares. It does not spell them out, but a guessed value can be told by its hash.</param>
/// <param name="Contents">How many distinct contents it held.</param>
/// <param name="RefinedBy">What its records must also agree in, or null where the block is refused.</param>
public sealed record OversizeBlock(ulong Key, int Contents, BlockingPart? RefinedBy);
