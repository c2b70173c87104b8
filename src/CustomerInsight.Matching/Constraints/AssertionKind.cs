namespace CustomerInsight.Matching;

/// <summary>What a person said about two records.</summary>
public enum AssertionKind
{
    /// <summary>They are one entity.</summary>
    Same,

    /// <summary>They are two.</summary>
    Different,
}
