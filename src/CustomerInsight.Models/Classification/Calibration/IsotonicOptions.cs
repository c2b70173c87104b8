namespace CustomerInsight.Models;

/// <summary>How an isotonic calibration is fitted.</summary>
public sealed class IsotonicOptions
{
    /// <summary>Gets or sets whether chances of 0 and 1 are kept where all rows beyond a margin are of one kind.</summary>
    /// <value>
    /// False: such a chance becomes 1 / (n + 2) or (n + 1) / (n + 2) of the n rows, Laplace's rule of succession, as far as its neighbour's chance allows. True keeps them, as scikit-learn does; one surprise then costs without bound.
    /// </value>
    public bool KeepsCertainty { get; set; }
}
