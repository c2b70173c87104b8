namespace CustomerInsight.Matching;

/// <summary>Which pairs a trained model compares: decided from the set of records it was trained on, and the same for any records later.</summary>
/// <param name="Rules">The rules in order; a pair is tagged with the first that finds it.</param>
/// <param name="Recall">How many of the matches that the model recognises they find, estimated; null where too few matches are known to say.</param>
public sealed record BlockingChoice(ValueList<ChosenRule> Rules, BlockingRecall? Recall);
