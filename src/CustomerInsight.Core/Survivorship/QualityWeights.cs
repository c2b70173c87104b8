namespace CustomerInsight;

/// <summary>What makes the quality of a record's say about a field or group of fields.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record QualityWeights
{
    /// <summary>Gets how much completeness counts: the mean of the share of the group's fields that the record fills, and of its filled attributes among the most that any contender fills.</summary>
    /// <value>1. At least 0, finite.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 0 or not finite.</exception>
    public double Completeness { get; init => field = NotNegative(value); } = 1;

    /// <summary>Gets how much recency counts: 1 for the contender observed last, half of that for each <see cref="HalfLifeDays"/> before it, 0 without a time.</summary>
    /// <value>1. At least 0, finite.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 0 or not finite.</exception>
    public double Recency { get; init => field = NotNegative(value); } = 1;

    /// <summary>Gets how much the trust in the source counts: 1 for rank 0, 1/2 for rank 1, 1/3 for rank 2.</summary>
    /// <value>1. At least 0, finite.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 0 or not finite.</exception>
    public double Trust { get; init => field = NotNegative(value); } = 1;

    /// <summary>Gets how much validity counts: the share of the record's filled fields of the group whose values a standardizer could use.</summary>
    /// <value>1. At least 0, finite.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 0 or not finite.</exception>
    public double Validity { get; init => field = NotNegative(value); } = 1;

    /// <summary>Gets after how many days recency has halved.</summary>
    /// <value>365. Above 0, finite.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is set to 0 or below, or not finite.</exception>
    public double HalfLifeDays
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = NotNegative(value);
        }
    } = 365;

    /// <summary>Scores contenders.</summary>
    /// <param name="contenders">All that compete; recency and completeness are relative to the best of them.</param>
    /// <returns>
    /// For each a number from 0 to 1: (c·Completeness + r·Recency + t·Trust + v·Validity) / (Completeness + Recency + Trust + Validity), with c, r, t and v as each weight says, and
    /// r = 2^(−days before the last / <see cref="HalfLifeDays"/>); 0 where all weights are 0. Rounded to nine decimals, so that another machine's rounding does not decide.
    /// </returns>
    public ValueList<double> Scores(IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        DateTimeOffset? last = contenders.Max(static contender => contender.Record.ObservedAt);
        int most = contenders.Select(static contender => contender.FilledFields).Append(1).Max();
        return ValueList.From(contenders.Select(contender => Score(contender, last, most)));
    }

    private static double NotNegative(double value) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A finite number of 0 or more is needed.");

    private double Score(Contender contender, DateTimeOffset? last, int most)
    {
        int fields = contender.Values.Count;
        int filled = 0;
        int usable = 0;
        for (int i = 0; i < fields; i++)
        {
            filled += contender.Values[i].IsNone ? 0 : 1;
            usable += contender.Standardized[i].IsNone ? 0 : 1;
        }

        double completeness = (((double)filled / Math.Max(1, fields)) + ((double)contender.FilledFields / most)) / 2;
        double recency = contender.Record.ObservedAt is { } at && last is { } newest ? Math.Pow(2, -(newest - at).TotalDays / HalfLifeDays) : 0;
        double trust = 1.0 / (1 + contender.TrustRank);
        double validity = (double)usable / Math.Max(1, filled);
        double all = Completeness + Recency + Trust + Validity;
        return all == 0 ? 0 : Math.Round(((Completeness * completeness) + (Recency * recency) + (Trust * trust) + (Validity * validity)) / all, 9);
    }
}
