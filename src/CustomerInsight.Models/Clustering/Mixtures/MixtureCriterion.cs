namespace CustomerInsight.Models;

/// <summary>By what one of several mixtures is chosen.</summary>
public enum MixtureCriterion
{
    /// <summary><see cref="MixtureCriteria.Bic"/>: the fewest groups that the data ask for.</summary>
    Bic,

    /// <summary><see cref="MixtureCriteria.Aic"/>: more groups, for a good description rather than for true ones.</summary>
    Aic,
}
