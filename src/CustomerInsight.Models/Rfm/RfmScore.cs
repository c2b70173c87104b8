namespace CustomerInsight.Models;

/// <summary>The scores and the segment of one customer, with the reasons.</summary>
/// <param name="Purchases">What the customer bought.</param>
/// <param name="Bins">The highest scores.</param>
/// <param name="Recency">Days since the last purchase; the highest score for the fewest.</param>
/// <param name="Frequency">Orders.</param>
/// <param name="Monetary">Revenue, in <see cref="PurchaseSummary.Currency"/>.</param>
/// <param name="Segment">The segment.</param>
public sealed record RfmScore(PurchaseSummary Purchases, RfmBins Bins, ScoredValue Recency, ScoredValue Frequency, ScoredValue Monetary, RfmSegmentChoice Segment)
{
    private const string Whole = "#,0.##";

    /// <summary>Gets the customer's name in results.</summary>
    public string Customer => Purchases.Customer;

    /// <summary>Gets the three scores.</summary>
    public RfmCell Cell => new(Recency.Score, Frequency.Score, Monetary.Score, Bins);

    /// <summary>Says how scores and segment come about.</summary>
    /// <returns>A line for each score and one for the segment; no name of the customer.</returns>
    public string Explain()
    {
        string money = Purchases.Currency == Money.NoCurrency ? "of revenue" : Purchases.Currency;
        string scale = Bins.AllAre(5) ? string.Empty : " on a scale of 1 to 5";
        return $"Recency {Recency.Explain(Bins.Recency, "days", Whole)}\n"
            + $"Frequency {Frequency.Explain(Bins.Frequency, "orders", Whole)}\n"
            + $"Monetary {Monetary.Explain(Bins.Monetary, money, "#,0.00")}\n"
            + $"Segment '{Segment.Name}': {Segment.Reason}{scale}";
    }

    /// <summary>Says scores and segment, never whose they are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Cell} {Segment.Name}";
}
