namespace CustomerInsight.Models;

/// <summary>What keeps the coefficients of a logistic regression from following chance.</summary>
public enum LogisticPenalty
{
    /// <summary>Nothing: maximum likelihood, which alone gives standard errors and p-values.</summary>
    None,

    /// <summary>The squares of the coefficients: all stay, drawn towards 0; columns that say the same share what they say.</summary>
    L2,

    /// <summary>The sizes of the coefficients: those of columns that add little become exactly 0.</summary>
    L1,

    /// <summary>A mixture of both.</summary>
    ElasticNet,
}
