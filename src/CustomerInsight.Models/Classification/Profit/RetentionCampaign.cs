namespace CustomerInsight.Models;

/// <summary>What an offer to those who may leave costs and brings.</summary>
/// <param name="LifetimeValue">What a customer who stays is worth. Above <paramref name="OfferCost"/>.</param>
/// <param name="OfferCost">What the offer costs where it is accepted: by a customer who would have left and stays, and by every one who would not have left. At least 0.</param>
/// <param name="ContactCost">What it costs to make the offer to one customer. At least 0.</param>
/// <param name="AcceptanceAlpha">The first parameter of the beta distribution of the share of those who accept among customers who would leave. Above 0.</param>
/// <param name="AcceptanceBeta">The second. Above 0. With 6 and 14, 30 % accept, give or take 10.</param>
/// <remarks><para>Source: Verbraken, Verbeke, Baesens, "A novel profit maximizing metric for measuring classification performance of customer churn prediction models", IEEE Transactions on Knowledge
/// and Data Engineering 25(5), 2013, whose values are the defaults; the profit is that of Neslin et al., "Defection detection", Journal of Marketing Research 43(2), 2006.</para></remarks>
public sealed record RetentionCampaign(
    double LifetimeValue = 200, double OfferCost = 10, double ContactCost = 1, double AcceptanceAlpha = 6, double AcceptanceBeta = 14)
{
    /// <summary>Gets the mean share of those who accept.</summary>
    public double MeanAcceptance => AcceptanceAlpha / (AcceptanceAlpha + AcceptanceBeta);

    /// <summary>Gives what targeting earns where a known share of those who would leave accepts.</summary>
    /// <param name="acceptance">The share, from 0 to 1; null for the mean.</param>
    /// <returns>What it earns for each sort of customer: with it <see cref="ProfitCurve"/> finds the maximum profit (MPC).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="acceptance"/> is not as said.</exception>
    /// <exception cref="ArgumentException">A number of the campaign is not as said.</exception>
    public TargetingValue ToTargetingValue(double? acceptance = null)
    {
        ThrowIfInvalid();
        return acceptance is null or (>= 0 and <= 1)
            ? new TargetingValue(((acceptance ?? MeanAcceptance) * (LifetimeValue - OfferCost)) - ContactCost, -(OfferCost + ContactCost))
            : throw new ArgumentOutOfRangeException(nameof(acceptance), acceptance, "Expected a share from 0 to 1.");
    }

    internal void ThrowIfInvalid()
    {
        if (!(LifetimeValue > OfferCost && OfferCost >= 0 && ContactCost >= 0 && AcceptanceAlpha > 0 && AcceptanceBeta > 0
            && double.IsFinite(LifetimeValue) && double.IsFinite(ContactCost) && double.IsFinite(AcceptanceAlpha) && double.IsFinite(AcceptanceBeta)))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A lifetime value of {LifetimeValue}, an offer of {OfferCost}, a contact of {ContactCost} and an acceptance of beta({AcceptanceAlpha}, {AcceptanceBeta}) make no campaign. Expected finite numbers: costs of at least 0, a lifetime value above the offer, and both parameters above 0."));
        }
    }
}
