using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How customers form cohorts, and when they count as having come back.</summary>
public sealed class RetentionOptions
{
    /// <summary>Gets or sets the types of activity whose first puts a customer into a cohort.</summary>
    /// <value>Purchases alone. Empty: any activity.</value>
    public ValueList<string> StartTypes { get; set; } = [ActivityTypes.Purchase];

    /// <summary>Gets or sets the types of activity that count as coming back. The starting activity itself counts in period 0 where it is of such a type.</summary>
    /// <value>Purchases alone. Empty: any activity.</value>
    public ValueList<string> ReturnTypes { get; set; } = [ActivityTypes.Purchase];

    /// <summary>Gets or sets by what customers form cohorts: the day, week or month of their start, in <see cref="TimeZone"/>.</summary>
    /// <value>Month.</value>
    [EnumDataType(typeof(CohortPeriod))]
    public CohortPeriod CohortBy { get; set; } = CohortPeriod.Month;

    /// <summary>Gets or sets what the columns count.</summary>
    /// <value>Month.</value>
    [EnumDataType(typeof(CohortPeriod))]
    public CohortPeriod Period { get; set; } = CohortPeriod.Month;

    /// <summary>Gets or sets from when periods are counted.</summary>
    /// <value>By the calendar.</value>
    [EnumDataType(typeof(RetentionWindow))]
    public RetentionWindow Window { get; set; } = RetentionWindow.Calendar;

    /// <summary>Gets or sets when a customer counts as having come back.</summary>
    /// <value>On exactly the period of the column.</value>
    [EnumDataType(typeof(RetentionKind))]
    public RetentionKind Kind { get; set; } = RetentionKind.NDay;

    /// <summary>Gets or sets the columns of all kinds but brackets: how many periods after the start, such as 1, 3, 7, 14 and 30.</summary>
    /// <value>0 to 12. From 1 to 1,000 numbers, rising, each from 0 to 36,500.</value>
    public ValueList<int> Offsets { get; set; } = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    /// <summary>Gets or sets the columns of the kind <see cref="RetentionKind.Bracket"/>, each from its first to its last period.</summary>
    /// <value>0, 1, 2–3, 4–6, 7–12. From 1 to 1,000, rising, no two sharing a period, none without an end.</value>
    public ValueList<RetentionPeriod> Brackets { get; set; } = [new(0, 0), new(1, 1), new(2, 3), new(4, 6), new(7, 12)];

    /// <summary>Gets or sets the time zone of the calendar.</summary>
    /// <value>Null: in a run that of <see cref="PurchaseOptions.TimeZone"/>, else UTC.</value>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>Gets or sets the hour at which a day of the calendar begins; what happens before belongs to the day before.</summary>
    /// <value>Null: in a run that of <see cref="PurchaseOptions.DayStartsAtHour"/>, else 0 (midnight). From 0 to 23.</value>
    [Range(0, 23)]
    public int? DayStartsAtHour { get; set; }

    /// <summary>Gets or sets the currency of the revenue; amounts of two currencies are never added.</summary>
    /// <value>
    /// Null: in a run that of its <see cref="PurchaseTable"/>, else the currency of most purchases, of equally common ones the first in the alphabet.
    /// Else a code of three capital letters after ISO 4217.
    /// </value>
    public string? Currency { get; set; }

    /// <summary>Gets or sets what one unit of another currency is worth in <see cref="Currency"/>, by its code; amounts in it are multiplied by that and not rounded.</summary>
    /// <value>
    /// Null: in a run <see cref="PurchaseOptions.Rates"/> where the revenue is in the currency of the purchases, else none. Purchases in a currency without a rate are not in
    /// the revenue. Rates are above 0 and at most 10⁹, and need <see cref="Currency"/>.
    /// </value>
    public IDictionary<string, decimal>? Rates { get; set; }

    /// <summary>Gets or sets whether refunds are taken off the revenue of the period in which they happen.</summary>
    /// <value>False: they are left out and counted in the report.</value>
    public bool NetRefunds { get; set; }

    /// <summary>Gets or sets whether a purchase of amount zero (a gift, a sample) counts as a purchase.</summary>
    /// <value>Null: in a run as in <see cref="PurchaseOptions.KeepZeroAmounts"/>, else false. False: it is left out and counted in the report.</value>
    public bool? KeepZeroAmounts { get; set; }

    /// <summary>Gets or sets how many threads may work at the same time. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores; in a run, as many as the run may use. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }
}
