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
        double stay = (Periods + periods) / (Periods + periods + watched);
        double chance = Math.Exp(shape * Math.Log(stay));
        double fewer = 0;
        for (int count = 0; count < complaints; count++)
        {
            fewer += chance;
            chance *= (shape + count) / (count + 1) * (1 - stay);
        }

        return Math.Max(0, 1 - fewer);
    }
}
