namespace CustomerInsight.Matching;

/// <summary>What training made of the records that serves again in the same run.</summary>
/// <param name="Columns">The nodes and the hashes that blocks were built by.</param>
/// <param name="Random">The random pairs that u was learned from.</param>
internal sealed record TrainingGround(BlockingColumns Columns, PatternCounts Random);
