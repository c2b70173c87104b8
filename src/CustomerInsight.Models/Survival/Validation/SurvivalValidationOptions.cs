using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How a survival model is measured on data it has not seen.</summary>
public sealed class SurvivalValidationOptions
{
    /// <summary>Gets or sets up to which time the model is measured, and at which its calibration is looked at.</summary>
    /// <value>
    /// Null: the time up to which nine in ten of the rows were watched at most, so that the weights for censoring stay small, or the last before the end of the watch where that is later.
    /// Above 0 and below the last time of the rows and of those trained on: of who is there after that nothing is known.
    /// </value>
    public double? Horizon { get; set; }

    /// <summary>Gets or sets at how many evenly spaced times up to the horizon scores are taken.</summary>
    /// <value>50. From 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int Times { get; set; } = 50;

    /// <summary>Gets or sets into how many groups of like risk the customers are put to look at calibration.</summary>
    /// <value>10. From 2 to 100.</value>
    [Range(2, 100)]
    public int Groups { get; set; } = 10;

    /// <summary>Gets or sets on how many threads the model is asked.</summary>
    /// <value>0: as many as the machine has cores. It changes no result.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }
}
