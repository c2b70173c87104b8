namespace CustomerInsight.Matching;

/// <summary>What a person said about two records.</summary>
/// <param name="Left">The key of one record.</param>
/// <param name="Right">The key of the other.</param>
/// <param name="IsMatch">Whether they are one entity.</param>
public sealed record LabelledPair(RecordKey Left, RecordKey Right, bool IsMatch);
