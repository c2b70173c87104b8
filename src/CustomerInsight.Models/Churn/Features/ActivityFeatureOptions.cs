using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>Which traits are made of what customers did.</summary>
public sealed class ActivityFeatureOptions
{
    /// <summary>Gets or sets how activities become purchases, and the time zone of days.</summary>
    /// <value>The defaults of <see cref="PurchaseOptions"/>, with habits.</value>
    [Required]
    [ValidateObjectMembers(typeof(PurchaseOptionsValidator))]
    public PurchaseOptions Purchases { get; set; } = new() { Habits = true };

    /// <summary>Gets or sets the types of activity, beside purchases, of which traits are made: complaints, visits, calls.</summary>
    /// <value>None. They are named rather than found, so that the traits are the same at every cut-off.</value>
    [Required]
    public IList<string> Types { get; set; } = [];

    /// <summary>Gets or sets how many days a window is long whose activities are counted and compared with the one before.</summary>
    /// <value>90. From 1 to 3,650.</value>
    [Range(1, 3_650)]
    public int WindowDays { get; set; } = 90;

    /// <summary>Gets or sets how many days ahead is to be predicted, for the same season a year earlier and for expected purchases.</summary>
    /// <value>90. From 1 to 3,650.</value>
    [Range(1, 3_650)]
    public int HorizonDays { get; set; } = 90;

    /// <summary>Gets or sets how many days of 24 hours back from the as-of moment are looked at. Who did nothing in them is a customer of whom nothing is known but that.</summary>
    /// <value>Null: all that is known. From 1 to 36,500.</value>
    [Range(1, 36_500)]
    public int? ObservationDays { get; set; }

    /// <summary>Gets or sets the purchase model that gives <see cref="RunTraitNames.ProbabilityAlive"/> and <see cref="ActivityFeatures.ExpectedPurchases"/>. For a fair validation it was fitted on nothing later than the first cut-off.</summary>
    /// <value>Null: none.</value>
    public IPurchaseModel? PurchaseModel { get; set; }

    /// <summary>Gets or sets the purchase model that is fitted anew at every as-of moment, on what was known then, for the same two traits. Of too few customers for a fit they are missing.</summary>
    /// <value>Null: none.</value>
    public PurchaseModelKind? FittedPurchaseModel { get; set; }

    /// <summary>Gets or sets who gives further traits of customers as they were at an as-of moment: a tariff, a region, the end of a contract.</summary>
    /// <value>Null: nobody. It must not tell anything that was learned after the moment; <see cref="LeakageGuard"/> looks for traits that seem to.</value>
    public Func<DateTimeOffset, TraitTable>? Traits { get; set; }

    internal ActivityFeatureOptions Copy() => new()
    {
        Purchases = Purchases.Copy(),
        Types = [.. Types],
        WindowDays = WindowDays,
        HorizonDays = HorizonDays,
        ObservationDays = ObservationDays,
        PurchaseModel = PurchaseModel,
        FittedPurchaseModel = FittedPurchaseModel,
        Traits = Traits,
    };
}
