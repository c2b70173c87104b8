using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How customers are watched.</summary>
public sealed class EarlyWarningOptions
{
    /// <summary>Gets or sets how many days a period has; activities are counted by periods back from the as-of moment.</summary>
    /// <value>7, so that weekdays make no difference. From 1 to 31.</value>
    [Range(1, 31)]
    public int PeriodDays { get; set; } = 7;

    /// <summary>Gets or sets how many periods before the as-of moment are watched; what was before them is what is usual.</summary>
    /// <value>13. From 2 to 104.</value>
    [Range(2, 104)]
    public int WatchedPeriods { get; set; } = 13;

    /// <summary>Gets or sets from how many periods before those it is learned what is usual, at most.</summary>
    /// <value>52. From 6 to 520.</value>
    [Range(6, 520)]
    public int BaselinePeriods { get; set; } = 52;

    /// <summary>Gets or sets how many such periods a customer must have.</summary>
    /// <value>13. From 6 to 520.</value>
    [Range(6, 520)]
    public int MinimumBaselinePeriods { get; set; } = 13;

    /// <summary>Gets or sets which share of the customers who are as steady as ever may be warned at one look. It is the share of all of them together: of customers of one level and dispersion somewhat more or fewer are warned, for counts are whole numbers and the dispersion is estimated.</summary>
    /// <value>0.01: a steady customer is warned at one look of a hundred on average. From 0.0005 to 0.2.</value>
    [Range(0.0005, 0.2)]
    public double FalseAlarmRate { get; set; } = 0.01;

    /// <summary>Gets or sets the decline that is to be found soonest, as a share of what is usual.</summary>
    /// <value>0.5: half as much as usual. From 0.1 to 0.95.</value>
    [Range(0.1, 0.95)]
    public double Decline { get; set; } = 0.5;

    /// <summary>Gets or sets whether the season is taken into account, where the activities before reach back a year and are enough to tell it.</summary>
    /// <value>True.</value>
    public bool Seasonal { get; set; } = true;

    /// <summary>Gets the types of activity that count.</summary>
    /// <value>Empty: all but complaints. Refunds never count.</value>
    public ISet<string> ActivityTypes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets the types of activity that are complaints.</summary>
    /// <value><c>complaint</c>. Where it is empty, complaints are not watched.</value>
    public ISet<string> ComplaintTypes { get; } = new HashSet<string>(StringComparer.Ordinal) { "complaint" };

    /// <summary>Gets or sets how many steady customers are drawn to find each limit.</summary>
    /// <value>10,000. From 1,000 to 1,000,000.</value>
    [Range(1_000, 1_000_000)]
    public int Simulations { get; set; } = 10_000;

    /// <summary>Gets or sets the seed of what is drawn.</summary>
    /// <value>1. Any number; equal seeds give equal results.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many threads may work; no result depends on it.</summary>
    /// <value>0, for as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal EarlyWarningOptions Copy()
    {
        var copy = new EarlyWarningOptions
        {
            PeriodDays = PeriodDays,
            WatchedPeriods = WatchedPeriods,
            BaselinePeriods = BaselinePeriods,
            MinimumBaselinePeriods = MinimumBaselinePeriods,
            FalseAlarmRate = FalseAlarmRate,
            Decline = Decline,
            Seasonal = Seasonal,
            Simulations = Simulations,
            Seed = Seed,
            MaxDegreeOfParallelism = MaxDegreeOfParallelism,
        };
        copy.ActivityTypes.UnionWith(ActivityTypes);
        copy.ComplaintTypes.Clear();
        copy.ComplaintTypes.UnionWith(ComplaintTypes);
        return copy;
    }
}
