namespace CustomerInsight.Models;

/// <summary>For what kind of model traits become features.</summary>
public enum EncodingStyle
{
    /// <summary>For models that add features up, such as logistic regression and Cox: every level a column of its own, nothing missing.</summary>
    Linear,

    /// <summary>For models that split features, such as boosted trees: levels are numbered in one column, and what is missing stays missing.</summary>
    Trees,
}
