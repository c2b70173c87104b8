using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>Which model of when customers buy is taken, and how it is fitted.</summary>
public sealed class PurchaseModelOptions
{
    /// <summary>Gets or sets which model is fitted.</summary>
    /// <value><see cref="PurchaseModelKind.BgNbd"/>; null to choose among <see cref="Candidates"/> by what customers did after a calibration.</value>
    public PurchaseModelKind? Kind { get; set; } = PurchaseModelKind.BgNbd;

    /// <summary>Gets or sets the models to choose among; the first is taken where nothing tells which is best.</summary>
    /// <value>BG/NBD, MBG/NBD, Pareto/NBD and NBD. At least one, none twice.</value>
    public ValueList<PurchaseModelKind> Candidates { get; set; } = [PurchaseModelKind.BgNbd, PurchaseModelKind.MbgNbd, PurchaseModelKind.ParetoNbd, PurchaseModelKind.Nbd];

    /// <summary>Gets or sets how regularly customers buy (k) in <see cref="PurchaseModelKind.BgCnbd"/> and <see cref="PurchaseModelKind.MbgCnbd"/>; other kinds do without.</summary>
    /// <remarks>A choice does not search for it: it compares these models at this k. <see cref="RegularitySelector"/> finds the one that fits the data, to set here before.</remarks>
    /// <value>2. From 2 to 20.</value>
    [Range(2, BgNbdModel.MaximumRegularity)]
    public int Regularity { get; set; } = 2;

    /// <summary>Gets or sets which part of the time since the first purchase of all is held out for the choice.</summary>
    /// <value>One third. From 0.05 to 0.8.</value>
    [Range(0.05, 0.8)]
    public double HoldoutShare { get; set; } = 1 / 3.0;

    /// <summary>Gets or sets how many customers must have bought in the holdout, at least, for it to tell which model is best.</summary>
    /// <value>50. From 10 to 1,000,000.</value>
    [Range(10, 1_000_000)]
    public int MinimumHoldoutBuyers { get; set; } = 50;

    /// <summary>Gets or sets the time unit in which the fitted model states its parameters.</summary>
    /// <value>Days.</value>
    [EnumDataType(typeof(TimeUnit))]
    public TimeUnit Unit { get; set; } = TimeUnit.Day;

    /// <summary>Gets or sets how many customers a fit needs at least.</summary>
    /// <value>50. From 10 to 1,000,000.</value>
    [Range(10, 1_000_000)]
    public int MinimumCustomers { get; set; } = 50;

    /// <summary>Gets or sets how many customers with a repeat purchase a fit needs at least.</summary>
    /// <value>20. From 5 to 1,000,000.</value>
    [Range(5, 1_000_000)]
    public int MinimumRepeatCustomers { get; set; } = 20;

    /// <summary>Gets or sets after how many steps a search gives up.</summary>
    /// <value>500. From 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int MaximumIterations { get; set; } = 500;

    /// <summary>Gets or sets how many threads work at once.</summary>
    /// <value>0: one for each core, or, in a run, as many as the run allows. At most 1,024. The result does not depend on it.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal PurchaseModelOptions Copy() => (PurchaseModelOptions)MemberwiseClone();
}
