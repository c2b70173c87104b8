namespace CustomerInsight.Models;

/// <summary>How the hazard that all share is estimated where events are tied.</summary>
public enum CoxBaselineMethod
{
    /// <summary>Events of a tie one after the other, as in <see cref="CoxTies.Efron"/>.</summary>
    Efron,

    /// <summary>Events of a tie over all at risk, as in <see cref="CoxTies.Breslow"/>.</summary>
    Breslow,
}
