namespace CustomerInsight.Models;

/// <summary>Sums of what a feature adds for some customers.</summary>
internal sealed class DriverSums
{
    private double _sum;
    private double _squares;

    public int Raised { get; private set; }

    public void Add(double logOdds)
    {
        _sum += logOdds;
        _squares += logOdds * logOdds;
        Raised += logOdds > 0 ? 1 : 0;
    }

    public double Mean(int count) => count == 0 ? 0 : _sum / count;

    /// <summary>The variance of the mean: none where there are none, not a number for a single one.</summary>
    public double ErrorVariance(int count) => count switch
    {
        0 => 0,
        1 => double.NaN,
        _ => Math.Max(0, _squares - (_sum * Mean(count))) / (count - 1.0) / count,
    };
}
