using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How activities become purchases.</summary>
public sealed class PurchaseOptions
{
    /// <summary>Gets or sets the time zone in which a day begins and ends; purchases of one day count as one where a model says so.</summary>
    /// <value>UTC.</value>
    [Required]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Gets or sets the hour at which a day begins: what happens before it belongs to the day before.</summary>
    /// <value>0 (midnight). From 0 to 23.</value>
    [Range(0, 23)]
    public int DayStartsAtHour { get; set; }

    /// <summary>Gets or sets what counts as one order where a customer bought more than once on a day.</summary>
    /// <value><see cref="SameDayPolicy.DistinctOrders"/>.</value>
    public SameDayPolicy SameDay { get; set; }

    /// <summary>Gets or sets what becomes of amounts below zero.</summary>
    /// <value><see cref="RefundPolicy.LeaveOut"/>.</value>
    public RefundPolicy Refunds { get; set; }

    /// <summary>Gets or sets the currency whose purchases count; amounts of two currencies are never added.</summary>
    /// <value>Null: the currency of most purchases, of equally common ones the first in the alphabet. Else a code of three capital letters after ISO 4217.</value>
    public string? Currency { get; set; }

    /// <summary>Gets or sets what one unit of another currency is worth in <see cref="Currency"/>, by its code; amounts in it are multiplied by that and not rounded.</summary>
    /// <value>None: purchases in other currencies are left out. Rates are above 0 and at most 10⁹, and need <see cref="Currency"/>.</value>
    [Required]
    public IDictionary<string, decimal> Rates { get; set; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Gets or sets whether a purchase of amount zero (a gift, a sample) counts as a purchase.</summary>
    /// <value>False: it is left out and counted in the report.</value>
    public bool KeepZeroAmounts { get; set; }

    /// <summary>Gets or sets whether customers without a purchase are listed in <see cref="PurchaseTable.WithoutPurchases"/>.</summary>
    /// <value>False: they are only counted.</value>
    public bool KeepCustomersWithoutPurchases { get; set; }

    /// <summary>Gets or sets whether each row also tells the customer's habits: basket, categories, channels, seasons, gaps, returns.</summary>
    /// <value>False: rows have no <see cref="PurchaseSummary.Habits"/>. With them a table takes several times the memory and time.</value>
    public bool Habits { get; set; }

    /// <summary>Gets or sets how many categories and how many channels a row's habits list at most, the most common first.</summary>
    /// <value>5. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int LargestShares { get; set; } = 5;

    /// <summary>Gets or sets who knows the category of an item, asked for purchases that have an item and no category of their own.</summary>
    /// <value>Null: nobody. Called from many threads at once; returns null where there is none.</value>
    public Func<string, string?>? CategoryOfItem { get; set; }

    /// <summary>Gets or sets how many threads work at once.</summary>
    /// <value>0: one for each core, or, in a run, as many as the run allows. At most 1,024. The result does not depend on it.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal PurchaseOptions Copy() => new()
    {
        TimeZone = TimeZone,
        DayStartsAtHour = DayStartsAtHour,
        SameDay = SameDay,
        Refunds = Refunds,
        Currency = Currency,
        Rates = new Dictionary<string, decimal>(Rates, StringComparer.Ordinal),
        KeepZeroAmounts = KeepZeroAmounts,
        KeepCustomersWithoutPurchases = KeepCustomersWithoutPurchases,
        Habits = Habits,
        LargestShares = LargestShares,
        CategoryOfItem = CategoryOfItem,
        MaxDegreeOfParallelism = MaxDegreeOfParallelism,
    };
}
