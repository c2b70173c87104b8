using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>What is known of a customer who is alive: the rate of purchases is Gamma(r, α), that of leaving Gamma(s, β). A model's parameters to begin with, the posterior's later.</summary>
internal readonly record struct ParetoNbdState(double R, double Alpha, double S, double Beta)
{
    /// <summary>What is known after x purchases in a time T, if the customer is alive then.</summary>
    public ParetoNbdState After(int purchases, double tenure) => new(R + purchases, Alpha + tenure, S, Beta + tenure);

    /// <summary>The log of the odds of having left between a last purchase and now.</summary>
    public double LogOddsOfHavingLeft(int purchases, double active, double tenure) =>
        LogOddsOfHavingLeft(Vector512.Create((double)purchases), Vector512.Create(active), Vector512.Create(tenure)).ToScalar();

    /// <summary>The same for eight customers.</summary>
    public Vector512<double> LogOddsOfHavingLeft(Vector512<double> purchases, Vector512<double> active, Vector512<double> tenure) => Departure.Of(
        Alpha < Beta,
        Vector512.Create(R) + purchases,
        S,
        Vector512.Create(Alpha) + active,
        Vector512.Create(Beta) + active,
        tenure - active,
        withMeans: false).LogOdds;

    public double DiscountedPurchases(double ahead, double rate) => R / Alpha * LivingTime.Of(S, Vector512.Create(Beta), ahead, rate).ToScalar();

    public double ProbabilityOf(int purchases, double ahead) => ProbabilityOf(purchases, ahead, NbdCounts.LogChoices(R, purchases));

    /// <summary>The same where <see cref="NbdCounts.LogChoices"/> is known.</summary>
    public double ProbabilityOf(int purchases, double ahead, double logChoices)
    {
        if (ahead == 0)
        {
            return purchases == 0 ? 1 : 0;
        }

        double logAlive = -S * Numeric.Log1P(ahead / Beta);
        if (purchases == 0)
        {
            return Math.Min(1, Math.Exp(NbdCounts.LogProbability(R, Alpha, 0, ahead, 0) + logAlive + Numeric.Softplus(LogOddsOfHavingLeft(0, 0, ahead))));
        }

        double alive = Math.Exp(NbdCounts.LogProbability(R, Alpha, purchases, ahead, logChoices) + logAlive);
        return Math.Min(1, alive + new DepartedPurchases(R, Alpha, S, Beta, purchases).Within(ahead, logChoices));
    }
}
