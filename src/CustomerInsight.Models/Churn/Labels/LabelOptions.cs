using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>What is predicted of customers, when, and of whom.</summary>
/// <remarks>Days are of 24 hours. With a cut-off C, what happened up to and at C is known, and the window is from after C + gap up to and at C + gap + horizon.</remarks>
public sealed class LabelOptions
{
    /// <summary>Gets or sets what a label says.</summary>
    /// <value><see cref="LabelTarget.NoEvent"/>.</value>
    [EnumDataType(typeof(LabelTarget))]
    public LabelTarget Target { get; set; }

    /// <summary>Gets or sets the types of activity that are the event; of <see cref="ActivityTypes.Purchase"/>, refunds are none.</summary>
    /// <value><see cref="ActivityTypes.Purchase"/>. At least one.</value>
    [Required]
    public IList<string> EventTypes { get; set; } = [CustomerInsight.ActivityTypes.Purchase];

    /// <summary>Gets or sets how long the window is within which the event happens or not.</summary>
    /// <value>90. From 1 to 3,650.</value>
    [Range(1, 3_650)]
    public int HorizonDays { get; set; } = 90;

    /// <summary>Gets or sets how long after the cut-off the window begins: the time it takes to act on a prediction.</summary>
    /// <value>0. At most 3,650.</value>
    [Range(0, 3_650)]
    public int GapDays { get; set; }

    /// <summary>Gets or sets the types of activity that make a customer one to predict for; of <see cref="ActivityTypes.Purchase"/>, refunds are none.</summary>
    /// <value><see cref="ActivityTypes.Purchase"/>. At least one.</value>
    [Required]
    public IList<string> EligibleTypes { get; set; } = [CustomerInsight.ActivityTypes.Purchase];

    /// <summary>Gets or sets how many such activities a customer has by the cut-off at least.</summary>
    /// <value>1. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MinimumActivities { get; set; } = 1;

    /// <summary>Gets or sets how long before the cut-off the first of them is at least.</summary>
    /// <value>0. At most 36,500.</value>
    [Range(0, 36_500)]
    public int MinimumTenureDays { get; set; }

    /// <summary>Gets or sets how long before the cut-off the last of them is at most: whoever has not come for longer is gone already, and easy to predict.</summary>
    /// <value>Null: any time. From 1 to 36,500.</value>
    [Range(1, 36_500)]
    public int? ActiveWithinDays { get; set; }

    /// <summary>Gets or sets whether a purchase of amount zero (a gift, a sample) counts as a purchase.</summary>
    /// <value>False.</value>
    public bool KeepZeroAmounts { get; set; }

    /// <summary>Gets or sets how many threads work at once.</summary>
    /// <value>0: one for each core. At most 1,024. The result does not depend on it.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal LabelOptions Copy() => new()
    {
        Target = Target,
        EventTypes = [.. EventTypes],
        HorizonDays = HorizonDays,
        GapDays = GapDays,
        EligibleTypes = [.. EligibleTypes],
        MinimumActivities = MinimumActivities,
        MinimumTenureDays = MinimumTenureDays,
        ActiveWithinDays = ActiveWithinDays,
        KeepZeroAmounts = KeepZeroAmounts,
        MaxDegreeOfParallelism = MaxDegreeOfParallelism,
    };
}
