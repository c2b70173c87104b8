namespace CustomerInsight.Models;

/// <summary>Which model of contracts.</summary>
public enum ContractModelKind
{
    /// <summary>Shifted-beta-geometric: each customer cancels with the same probability at every renewal; only customers differ (Fader, Hardie 2007).</summary>
    ShiftedBetaGeometric,

    /// <summary>Beta-discrete-Weibull: a customer's own probability to cancel may also rise or fall with age (Fader, Hardie, Liu, Davin, Steenburgh 2018).</summary>
    BetaDiscreteWeibull,
}
