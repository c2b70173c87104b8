using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How the stability of groups is measured.</summary>
public sealed class StabilityOptions
{
    /// <summary>Gets or sets how often the data are drawn again.</summary>
    /// <value>50. From 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int Resamples { get; set; } = 50;

    /// <summary>Gets or sets how many rows are drawn each time at most; as many as there are where there are fewer.</summary>
    /// <remarks>
    /// Fewer rows than there are lie farther apart: an estimator that goes by density (<see cref="DbscanEstimator"/>, <see cref="HdbscanEstimator"/>) finds fewer groups in them however stable
    /// these are. For such a one draw as many rows as there are. Where fewer are drawn the report has the warning "fewer-rows-drawn".
    /// </remarks>
    /// <value>5,000. From 10 to 100,000,000.</value>
    [Range(10, 100_000_000)]
    public int Rows { get; set; } = 5_000;

    /// <summary>Gets or sets the seed of what is drawn.</summary>
    /// <value>1. Any number; equal seeds give equal results.</value>
    public ulong Seed { get; set; } = 1;
}
