namespace CustomerInsight.Models;

/// <summary>How long a contract ran, as far as it was seen.</summary>
/// <param name="Renewals">How often it was renewed. From 0 to 100,000.</param>
/// <param name="Churned">Whether it was cancelled at the renewal after these; if not, it still runs (it is censored).</param>
public readonly record struct ContractLife(int Renewals, bool Churned)
{
    internal const int MostRenewals = 100_000;

    /// <summary>Gets how often the contract had been renewed when it began to be seen: it would not be in the data had it ended before.</summary>
    /// <value>0: it was seen from its start. At most <see cref="Renewals"/>.</value>
    public int SeenFrom { get; init; }

    /// <summary>Gets whether the numbers keep to their ranges.</summary>
    public bool IsValid => SeenFrom >= 0 && Renewals >= SeenFrom && Renewals <= MostRenewals;
}
