using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>When the end of a contract counts as leaving, and of whom it is predicted.</summary>
public sealed class ContractLabelOptions
{
    /// <summary>Gets or sets how many days of 24 hours the window is long within which a customer leaves or not.</summary>
    /// <value>90. From 1 to 3,650.</value>
    [Range(1, 3_650)]
    public int HorizonDays { get; set; } = 90;

    /// <summary>Gets or sets how many days after the cut-off the window begins: the time it takes to act on a prediction.</summary>
    /// <value>0. At most 3,650.</value>
    [Range(0, 3_650)]
    public int GapDays { get; set; }

    /// <summary>Gets or sets within how many days after the end of a contract another may start for the customer to have stayed. The data must be complete for as long after the window.</summary>
    /// <value>1. From 0 to 3,650.</value>
    [Range(0, 3_650)]
    public int RenewalGraceDays { get; set; } = 1;

    /// <summary>Gets or sets how many days before the cut-off the customer's stay began at least.</summary>
    /// <value>0. At most 36,500.</value>
    [Range(0, 36_500)]
    public int MinimumTenureDays { get; set; }
}
