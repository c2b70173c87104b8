namespace CustomerInsight;

/// <summary>When in a run a stage takes its turn. Stages of one phase run in the order they were added.</summary>
public enum InsightPhase
{
    /// <summary>Records and activities come in.</summary>
    Read,

    /// <summary>Values get the form in which they are compared.</summary>
    Standardize,

    /// <summary>Records are judged one entity or not.</summary>
    Match,

    /// <summary>Clusters become profiles.</summary>
    Merge,

    /// <summary>Activities find their customers.</summary>
    Attribute,

    /// <summary>Scores, values and risks are computed.</summary>
    Model,

    /// <summary>Rules choose customers by all that is known of them, what the models found too.</summary>
    Segment,

    /// <summary>Results are stored and passed on.</summary>
    Publish,
}
