namespace CustomerInsight.Benchmarks;

/// <summary>What the blocking rules are chosen from.</summary>
internal enum BlockingRules
{
    /// <summary>Both of the following: the library's default.</summary>
    Any,

    /// <summary>Rules composed of the parts of the columns, whatever they are.</summary>
    Auto,

    /// <summary>The rules that are known to serve for people.</summary>
    Known,

    /// <summary>The six rules, the comparisons, the training and the clusters of <see cref="SplinkProcedure"/>.</summary>
    SplinkNarrow,

    /// <summary>The same with nine rules.</summary>
    SplinkWide,
}
