namespace CustomerInsight.Matching;

/// <summary>An estimate of a share, with the interval that holds the true one with a stated probability.</summary>
/// <param name="Value">The estimate, from 0 to 1.</param>
/// <param name="Low">The lower end, from 0 to <paramref name="Value"/>.</param>
/// <param name="High">The upper end, from <paramref name="Value"/> to 1.</param>
public readonly record struct IntervalEstimate(double Value, double Low, double High)
{
    /// <summary>The estimate that says nothing.</summary>
    internal static IntervalEstimate Unknown(double value) => new(value, 0, 1);

    /// <summary>The interval of a share with a known error, normal on the log-odds scale, so that it stays inside [0, 1].</summary>
    internal static IntervalEstimate OnLogOdds(double value, double standardError, double level)
    {
        if (standardError == 0 || value is <= 0 or >= 1)
        {
            return new IntervalEstimate(value, value, value);
        }

        double center = Math.Log(value / (1 - value));
        double reach = NormalDistribution.TwoSided(level) * standardError / (value * (1 - value));
        return new IntervalEstimate(value, Logistic(center - reach), Logistic(center + reach));
    }

    /// <summary>The interval of a share of which some were counted, after Wilson.</summary>
    internal static IntervalEstimate OfCounts(double successes, double trials, double level)
    {
        if (trials <= 0)
        {
            return Unknown(double.NaN);
        }

        double z = NormalDistribution.TwoSided(level);
        double share = successes / trials;
        double scale = 1 + (z * z / trials);
        double center = (share + (z * z / (2 * trials))) / scale;
        double reach = z / scale * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4 * trials * trials)));
        return new IntervalEstimate(share, Math.Clamp(center - reach, 0, share), Math.Clamp(center + reach, share, 1));
    }

    private static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
