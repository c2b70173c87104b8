using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>What a campaign earns if each time the best share of customers is targeted, over all shares of them that may accept: EMPC.</summary>
/// <param name="Profit">The profit for each customer of the base, targeted or not, in the money of the campaign. At least 0.</param>
/// <param name="TargetedShare">Which share of the customers is targeted on average, from 0 to 1.</param>
/// <remarks><para>Source: Verbraken, Verbeke, Baesens, "A novel profit maximizing metric for measuring classification performance of customer churn prediction models", IEEE Transactions on Knowledge
/// and Data Engineering 25(5), 2013, sections 4 and 5: in closed form along the convex hull of the ROC curve.</para></remarks>
public sealed record ExpectedMaximumProfit(double Profit, double TargetedShare)
{
    /// <summary>Measures scores.</summary>
    /// <param name="scores">The scores, none of them NaN: the higher, the likelier the customer leaves.</param>
    /// <param name="labels">Whether the customer left, for each row.</param>
    /// <param name="campaign">The campaign; null for the values of the literature.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <returns>The profit; not a number where all rows have the same label.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    /// <remarks>Time O(n log n). Rows of equal scores are targeted together or not at all. Of shares that earn the same the smallest is taken: where nothing costs anything, that down to the last leaver. The same for any order of the rows. The numbers of different campaigns, or of bases with another share of leavers, do not compare.</remarks>
    public static ExpectedMaximumProfit Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, RetentionCampaign? campaign = null, ReadOnlySpan<double> weights = default)
    {
        return Of(ScoreRanking.Of(scores, labels, weights), campaign ?? new RetentionCampaign());
    }

    internal static ExpectedMaximumProfit Of(ScoreRanking ranking, RetentionCampaign campaign)
    {
        campaign.ThrowIfInvalid();
        if (!ranking.HasBoth)
        {
            return new ExpectedMaximumProfit(double.NaN, double.NaN);
        }

        double alpha = campaign.AcceptanceAlpha;
        double beta = campaign.AcceptanceBeta;
        double kept = campaign.LifetimeValue - campaign.OfferCost;
        double wasted = campaign.OfferCost + campaign.ContactCost;
        IReadOnlyList<(double Leavers, double Stayers)> hull = RocHull.Of(ranking);
        double profit = 0;
        double targeted = 0;
        double below = 0;
        double acceptedBelow = 0;
        for (int i = 0; i < hull.Count; i++)
        {
            // Up to which share of acceptance it is best to stop at this point of the hull.
            (double leavers, double stayers) = hull[i];
            double bound = i == hull.Count - 1 || hull[i + 1].Leavers == leavers ? 1 : Math.Clamp(
                ((wasted * (hull[i + 1].Stayers - stayers) / (hull[i + 1].Leavers - leavers)) + campaign.ContactCost) / kept, 0, 1);
            double upTo = SpecialFunctions.BetaRegularized(alpha, beta, bound);
            double acceptedUpTo = campaign.MeanAcceptance * SpecialFunctions.BetaRegularized(alpha + 1, beta, bound);
            double chance = upTo - below;
            profit += (kept * leavers * (acceptedUpTo - acceptedBelow)) - (((campaign.ContactCost * leavers) + (wasted * stayers)) * chance);
            targeted += (leavers + stayers) * chance;
            (below, acceptedBelow) = (upTo, acceptedUpTo);
        }

        return new ExpectedMaximumProfit(profit, targeted);
    }

    /// <summary>Writes profit and share.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Profit:0.####} for each customer, {TargetedShare * 100:0.0} % targeted");
}
