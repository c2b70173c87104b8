namespace CustomerInsight.Models;

/// <summary>A classifier that was tried.</summary>
/// <param name="Classifier">Which.</param>
/// <param name="Validation">How well it predicts rows that it was not fitted on; null where it could not be fitted.</param>
/// <param name="Report">How its fits went.</param>
public sealed record ChurnCandidate(ChurnClassifier Classifier, CrossValidation? Validation, FitReport Report);
