namespace CustomerInsight.Models;

/// <summary>How k-means searches for its centres.</summary>
public enum KMeansAlgorithm
{
    /// <summary>Lloyd's search that passes over rows whose group cannot have changed: the same result as <see cref="Lloyd"/> to the last bit, several times as fast.</summary>
    Bounds,

    /// <summary>Lloyd's search as it is defined: every row is measured against every centre each time.</summary>
    Lloyd,

    /// <summary>Small random batches of rows move the centres a little each: a quick approximation for many millions of rows.</summary>
    MiniBatch,
}
