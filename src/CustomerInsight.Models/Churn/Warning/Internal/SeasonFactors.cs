namespace CustomerInsight.Models;

/// <summary>How much busier all customers are at some times of the year: a factor for each of 13 stretches of 28 days, counted back from the as-of moment.</summary>
/// <remarks>
/// Only time between a customer's first and last activity counts, so that customers who come and go make no season; the two themselves do not count. Of several years the median is taken.
/// </remarks>
internal sealed class SeasonFactors
{
    private const int StretchDays = 28;
    private const int Stretches = 13;

    // Below it a stretch is not known to a tenth.
    private const int FewestActivities = 100;

    private readonly double[]? _factors;
    private readonly int _periodDays;

    private SeasonFactors(double[]? factors, int periodDays)
    {
        _factors = factors;
        _periodDays = periodDays;
    }

    public bool IsKnown => _factors is not null;

    public static SeasonFactors None { get; } = new(null, 1);

    /// <summary>The factor of a period, 1 on average over the year.</summary>
    /// <param name="period">How many periods before the as-of moment.</param>
    public double Of(int period) => _factors is null ? 1 : _factors[((period * _periodDays) + (_periodDays / 2)) / StretchDays % Stretches];

    /// <param name="activities">The activities in each stretch before the as-of moment, of all customers.</param>
    /// <param name="days">How many days of customers there were in each.</param>
    /// <param name="watchedDays">How many days are watched, which the season is not learned from.</param>
    /// <param name="periodDays">How many days a period has.</param>
    public static SeasonFactors Learn(long[] activities, double[] days, int watchedDays, int periodDays)
    {
        int first = (watchedDays + StretchDays - 1) / StretchDays;
        var years = new List<double[]>();
        for (int from = first; from + Stretches <= activities.Length; from += Stretches)
        {
            double[] year = new double[Stretches];
            bool isKnown = true;
            for (int i = from; i < from + Stretches; i++)
            {
                isKnown &= activities[i] >= FewestActivities;
                year[i % Stretches] = activities[i] / days[i];
            }

            double mean = year.Average();
            if (isKnown)
            {
                years.Add(Array.ConvertAll(year, rate => rate / mean));
            }
        }

        if (years.Count == 0)
        {
            return None;
        }

        double[] factors = [.. Enumerable.Range(0, Stretches).Select(stretch => Median(years, stretch))];
        double average = factors.Average();
        return new SeasonFactors(Array.ConvertAll(factors, factor => factor / average), periodDays);
    }

    public static int StretchOf(double daysBefore) => (int)(daysBefore / StretchDays);

    /// <summary>The days of a stretch that are in a time before the as-of moment.</summary>
    public static double DaysIn(int stretch, double from, double to) => Math.Max(0, Math.Min(to, (stretch + 1) * StretchDays) - Math.Max(from, stretch * StretchDays));

    private static double Median(List<double[]> years, int stretch)
    {
        double[] sorted = [.. years.Select(year => year[stretch]).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
