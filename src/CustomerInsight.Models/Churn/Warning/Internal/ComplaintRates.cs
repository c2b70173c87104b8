using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>How often customers complain: rates that vary among them by a gamma distribution.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="Periods">Its rate: after so many periods without one, a customer's expected rate is half as high.</param>
/// <remarks>Source: the moment estimators of a negative binomial regression on exposure alone; Cameron, Trivedi, "Regression Analysis of Count Data" (2013), section 3.3.</remarks>
internal readonly record struct ComplaintRates(double Shape, double Periods)
{
    // Rates that vary less than this are one rate.
    private const double MostShape = 1e6;

    /// <summary>Learns them from what customers did before the watched time; null where nobody complained.</summary>
    public static ComplaintRates? Of(IEnumerable<(int Complaints, int Periods)> customers)
    {
        (int Complaints, int Periods)[] all = [.. customers];
        double total = all.Sum(static customer => (double)customer.Complaints);
        double exposure = all.Sum(static customer => (double)customer.Periods);
        if (!(total > 0))
        {
            return null;
        }

        double mean = total / exposure;
        double excess = all.Sum(customer => Math.Pow(customer.Complaints - (mean * customer.Periods), 2) - (mean * customer.Periods));
        double variance = excess / all.Sum(static customer => (double)customer.Periods * customer.Periods);
        double shape = variance > 0 ? Math.Min(mean * mean / variance, MostShape) : MostShape;
        return new ComplaintRates(shape, shape / mean);
    }

    /// <summary>How many complaints to expect of a customer.</summary>
    public double Expected(int before, int periods, int watched) => (Shape + before) * watched / (Periods + periods);

    /// <summary>How likely it is that a customer complains so often or more, given what was before: negative binomial.</summary>
    public double ChanceOf(int complaints, int before, int periods, int watched)
    {
        double shape = Shape + before;
        double leave = watched / (Periods + periods + watched);
        if (complaints <= 0)
        {
            return 1;
        }

        // From the count on away from the mean the terms fall, so that their sum is exact where all of them are tiny, too.
        bool isAbove = complaints >= shape * leave / (1 - leave);
        int first = isAbove ? complaints : complaints - 1;
        double sum = 0;
        double term = 1;
        for (int count = first; count >= 0 && term > sum * 1e-17; count += isAbove ? 1 : -1)
        {
            sum += term;
            term *= isAbove ? (shape + count) / (count + 1) * leave : count / ((shape + count - 1) * leave);
        }

        double log = SpecialFunctions.GammaLn(shape + first) - SpecialFunctions.GammaLn(shape) - SpecialFunctions.GammaLn(first + 1.0)
            + (shape * Numeric.Log1P(-leave)) + (first * Math.Log(leave));
        double chance = Math.Min(1, Math.Exp(log) * sum);
        return isAbove ? chance : 1 - chance;
    }
}
