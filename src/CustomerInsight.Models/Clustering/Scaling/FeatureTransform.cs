namespace CustomerInsight.Models;

/// <summary>How a feature is brought to a scale on which distances mean something.</summary>
public enum FeatureTransform
{
    /// <summary>As it was measured: for features that share a unit already.</summary>
    None,

    /// <summary>(x − mean) / standard deviation, the deviation over n, not n − 1.</summary>
    Standardize,

    /// <summary>The log of 1 + x, then <see cref="Standardize"/>: for amounts and counts, of which few are far above the rest. A negative number is −ln(1 + |x|).</summary>
    LogStandardize,

    /// <summary>(x − median) / interquartile range (quantiles of type 7): hardly moved by a few extreme values.</summary>
    Robust,

    /// <summary>(x − least) / (greatest − least): from 0 to 1.</summary>
    MinMax,
}
