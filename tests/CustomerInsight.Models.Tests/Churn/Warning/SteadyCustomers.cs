namespace CustomerInsight.Models.Tests;

/// <summary>Customers drawn from a seed who do something at a steady rate, and then at another.</summary>
internal static class SteadyCustomers
{
    public static readonly DateTimeOffset AsOf = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="customers">How many.</param>
    /// <param name="perWeek">Activities in a week on average.</param>
    /// <param name="weeks">For how many weeks they are known.</param>
    /// <param name="change">By what the rate is multiplied in the last weeks.</param>
    /// <param name="changeWeeks">In how many.</param>
    /// <param name="dispersion">Variance of the counts of a week over their mean.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="season">By what the rate is multiplied so many days before the as-of moment.</param>
    public static ActivityLog Draw(int customers, double perWeek, int weeks, double change, int changeWeeks, double dispersion, ulong seed, Func<double, double>? season = null)
    {
        var random = new SeededRandom(seed);
        var log = new ActivityLog();
        for (int customer = 0; customer < customers; customer++)
        {
            string name = $"c{customer:D6}";
            log.Add(name, AsOf.AddDays(-7 * weeks), "visit");
            for (int week = 0; week < weeks; week++)
            {
                double mean = perWeek * (week < changeWeeks ? change : 1) * (season?.Invoke((7 * week) + 3.5) ?? 1);
                double rate = dispersion > 1 ? random.NextGamma(mean / (dispersion - 1), 1 / (dispersion - 1)) : mean;
                for (double at = random.NextExponential(rate); at < 1; at += random.NextExponential(rate))
                {
                    log.Add(name, AsOf.AddDays(-7 * (week + at)), "visit");
                }
            }
        }

        return log;
    }
}
