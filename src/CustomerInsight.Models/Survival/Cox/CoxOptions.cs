using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How Cox regression is fitted.</summary>
public sealed class CoxOptions
{
    /// <summary>Gets or sets how events at the same time are counted.</summary>
    /// <value><see cref="CoxTies.Efron"/>.</value>
    [EnumDataType(typeof(CoxTies))]
    public CoxTies Ties { get; set; } = CoxTies.Efron;

    /// <summary>Gets or sets how the hazard that all share is estimated.</summary>
    /// <value>Null: as <see cref="Ties"/>, and by Breslow's way where these are exact.</value>
    [EnumDataType(typeof(CoxBaselineMethod))]
    public CoxBaselineMethod? Baseline { get; set; }

    /// <summary>Gets or sets which end counts as the event, by the number of its cause; all others count as no event from then on.</summary>
    /// <value>0: every cause. From 0.</value>
    [Range(0, int.MaxValue)]
    public int Cause { get; set; }

    /// <summary>Gets or sets how hard coefficients are drawn towards 0 (ridge).</summary>
    /// <value>
    /// 0: not at all. From 0 to 1,000,000. What is maximized is the log partial likelihood over the rows' weight − ½ × this × the sum of squares of the coefficients per
    /// standard deviation of their columns. Standard errors are then those of the penalized likelihood, and there are no tests.
    /// </value>
    [Range(0.0, 1e6)]
    public double Ridge { get; set; }

    /// <summary>Gets or sets whether standard errors hold also where the model is not quite true (Lin and Wei's sandwich).</summary>
    /// <value>False. Rows in clusters have robust errors in any case, as they are not independent; but not with exact ties or <see cref="Ridge"/>, with which there are none, nor where all rows are in one cluster.</value>
    public bool RobustErrors { get; set; }

    /// <summary>Gets or sets how many events the fit needs at least.</summary>
    /// <value>10. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MinimumEvents { get; set; } = 10;

    /// <summary>Gets or sets when the search stops early: where a step changed the log-likelihood by at most this share of it.</summary>
    /// <value>0: only at the maximum, to the last digits. From 0 to 0.001. R stops at 1e-9, so the last digits of what it prints are those of that.</value>
    [Range(0.0, 1e-3)]
    public double Tolerance { get; set; }

    /// <summary>Gets or sets after how many steps the search gives up.</summary>
    /// <value>50. From 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaximumIterations { get; set; } = 50;

    /// <summary>Gets or sets how many threads may work at the same time. The result is the same for any number.</summary>
    /// <value>0: as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal CoxOptions Copy() => (CoxOptions)MemberwiseClone();
}
