namespace CustomerInsight.Models;

/// <summary>How a fit ended.</summary>
public enum FitStatus
{
    /// <summary>The data do not determine a model: there are too few of them, or no spread in them. There is no model.</summary>
    TooLittleData,

    /// <summary>The search stopped before it had found the best parameters; the model is the best point seen and not to be relied on.</summary>
    NotConverged,

    /// <summary>The best parameters were found.</summary>
    Converged,
}
