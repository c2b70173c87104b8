using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How activities become purchases.</summary>
public sealed class PurchaseOptions
{
    /// <summary>Gets or sets the time zone in which a day begins and ends; purchases of one day count as one where a model says so.</summary>
    /// <value>UTC.</value>
    [Required]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Gets or sets the currency whose purchases count; amounts of two currencies are never added.</summary>
    /// <value>Null: the currency of most purchases, of equally common ones the first in the alphabet. Else a code of three capital letters after ISO 4217.</value>
    public string? Currency { get; set; }

    /// <summary>Gets or sets whether a purchase of amount zero (a gift, a sample) counts as a purchase.</summary>
    /// <value>False: it is left out and counted in the report.</value>
    public bool KeepZeroAmounts { get; set; }
}
