namespace CustomerInsight.Models;

/// <summary>What kind of classifier a churn model is made of.</summary>
public enum ChurnClassifier
{
    /// <summary>Logistic regression: a sum over features, that a person can follow.</summary>
    Logistic,

    /// <summary>Boosted trees: features that bend and work together.</summary>
    Boosting,
}
