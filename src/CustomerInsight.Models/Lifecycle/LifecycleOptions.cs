using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>By which state machine the lives of customers are told, and what of their activities counts.</summary>
public sealed class LifecycleOptions
{
    /// <summary>Gets or sets the state machine.</summary>
    /// <value><see cref="LifecycleMachine.Default"/>.</value>
    [Required]
    public LifecycleMachine Machine { get; set; } = LifecycleMachine.Default;

    /// <summary>Gets or sets whether of the activities of one type only the first of a day counts, so that the lines of one order are one purchase. For a trigger that any activity sets off, only the first activity of a day counts.</summary>
    /// <value>True. False: each counts.</value>
    public bool OncePerDay { get; set; } = true;

    /// <summary>Gets or sets the time zone in which a day begins and ends.</summary>
    /// <value>Null: in a run that of <see cref="PurchaseOptions.TimeZone"/>, else UTC.</value>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>Gets or sets the hour at which a day begins; what happens before belongs to the day before.</summary>
    /// <value>Null: in a run that of <see cref="PurchaseOptions.DayStartsAtHour"/>, else 0 (midnight). From 0 to 23.</value>
    [Range(0, 23)]
    public int? DayStartsAtHour { get; set; }

    /// <summary>Gets or sets whether a purchase of amount zero (a gift, a sample) counts as a purchase.</summary>
    /// <value>Null: in a run as in <see cref="PurchaseOptions.KeepZeroAmounts"/>, else false. False: it is left out and counted in the report.</value>
    public bool? KeepZeroAmounts { get; set; }

    /// <summary>Gets or sets how many threads may work at the same time. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores; in a run, as many as the run may use. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }
}
