namespace CustomerInsight.Testing;

/// <summary>What no model can see of one person's purchases, only infer.</summary>
/// <param name="FirstPurchaseAt">When the person bought first.</param>
/// <param name="RepeatPurchases">How many purchases followed until the end of the window, several on one day included; refunds and zero amounts do not count.</param>
/// <param name="PurchasesPerDay">The person's rate λ while active.</param>
/// <param name="DropOutProbability">The person's chance p to leave after each repeat purchase.</param>
/// <param name="MeanSpend">The mean amount of the person's purchases, in main units of the currency.</param>
/// <param name="AliveUntil">The purchase after which the person left, or null for a person still active at the end of the window.</param>
public readonly record struct PurchaseTruth(
    DateTimeOffset FirstPurchaseAt,
    int RepeatPurchases,
    double PurchasesPerDay,
    double DropOutProbability,
    double MeanSpend,
    DateTimeOffset? AliveUntil);
