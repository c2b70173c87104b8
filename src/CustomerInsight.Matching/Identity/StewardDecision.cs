namespace CustomerInsight.Matching;

/// <summary>A decision of a person that holds.</summary>
/// <param name="Number">Its number, to retract it by.</param>
/// <param name="Kind">What was said of the records.</param>
/// <param name="Left">Some records.</param>
/// <param name="Right">Others: it was said of each of the one with each of the other.</param>
/// <param name="Note">Who said it, why and when; null where that was erased.</param>
/// <param name="IsFollowed">False for a "same" that is not followed, since others say "different".</param>
public sealed record StewardDecision(long Number, AssertionKind Kind, ValueList<RecordKey> Left, ValueList<RecordKey> Right, StewardNote? Note, bool IsFollowed);
