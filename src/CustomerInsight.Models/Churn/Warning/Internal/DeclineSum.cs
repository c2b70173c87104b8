namespace CustomerInsight.Models;

/// <summary>The cumulative sum that finds a decline: of the log-likelihood ratio of the counts under a given decline and under what is usual, never below 0.</summary>
/// <remarks>Source: Lucas, "Counted Data CUSUM's", Technometrics 27(2), 1985; divided by the dispersion, as a quasi-likelihood is.</remarks>
internal struct DeclineSum(double decline, double dispersion)
{
    private readonly double _perUsual = decline / dispersion;
    private readonly double _perSeen = -Math.Log(1 - decline) / dispersion;

    /// <summary>Where the sum stands.</summary>
    public double Value { get; private set; }

    /// <summary>How many periods it has been above 0 for.</summary>
    public int Length { get; private set; }

    public void Add(double usual, double seen)
    {
        Value = Math.Max(0, Value + (_perUsual * usual) - (_perSeen * seen));
        Length = Value > 0 ? Length + 1 : 0;
    }
}
