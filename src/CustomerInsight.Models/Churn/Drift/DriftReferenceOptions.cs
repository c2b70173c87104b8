using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>What is kept of the customers that a model learned from, to see later ones drift away from them.</summary>
public sealed class DriftReferenceOptions
{
    /// <summary>Gets or sets into how many bins of as many rows numbers are put.</summary>
    /// <value>10. From 2 to 100. Of few customers there are fewer, of ten known values each at least.</value>
    [Range(2, 100)]
    public int Bins { get; set; } = 10;

    /// <summary>Gets or sets how many levels of a text are kept at most: the commonest. All others are one.</summary>
    /// <value>30. From 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int MostLevels { get; set; } = 30;

    /// <summary>Gets or sets how many rows a level must have to be kept by name, so that nobody is known by a rare one.</summary>
    /// <value>20. From 1 to 1,000,000; 5 are advisable at least.</value>
    [Range(1, 1_000_000)]
    public int SmallestLevel { get; set; } = 20;
}
