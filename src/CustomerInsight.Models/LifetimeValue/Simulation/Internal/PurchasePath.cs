namespace CustomerInsight.Models;

/// <summary>The purchases of one customer, one after the other, as far as they are asked for.</summary>
/// <remarks>
/// What is drawn for a purchase depends on those before it alone, not on how long the customer is watched: the same customer watched for longer
/// has the same purchases, and further ones.
/// </remarks>
internal struct PurchasePath(SeededRandom random, double rate)
{
    private double _at;

    /// <summary>How many stages a gap between purchases has; each takes an exponential time of rate <see cref="Rate"/>.</summary>
    public int Stages { get; init; } = 1;

    /// <summary>Stages a day.</summary>
    public readonly double Rate => rate;

    /// <summary>The probability of leaving after a purchase; null where customers do not leave so.</summary>
    public double? DropOutProbability { get; init; }

    /// <summary>The rate of leaving a day; null where customers do not leave so.</summary>
    public double? DropOutPerDay { get; init; }

    /// <summary>When the customer leaves, in days since the first purchase, as far as that is known yet; else infinite.</summary>
    public double LeavesAt { get; set; } = double.PositiveInfinity;

    /// <summary>Gives the next purchase.</summary>
    /// <returns>Days since the first purchase; infinite where the customer leaves before.</returns>
    public double Next()
    {
        if (double.IsPositiveInfinity(_at) || _at >= LeavesAt)
        {
            return double.PositiveInfinity;
        }

        for (int stage = 0; stage < Stages; stage++)
        {
            _at += random.NextExponential(rate);
        }

        if (_at > LeavesAt)
        {
            _at = double.PositiveInfinity;
        }
        else
        {
            TossCoin();
        }

        return _at;
    }

    /// <summary>Lets the customer leave with the probability of doing so after a purchase.</summary>
    public void TossCoin()
    {
        if (DropOutProbability is double probability && random.NextDouble() < probability)
        {
            LeavesAt = _at;
        }
    }
}
