namespace CustomerInsight.Matching;

/// <summary>What a person decides.</summary>
public enum StewardActionKind
{
    /// <summary>Profiles are one entity.</summary>
    Merge,

    /// <summary>Records of a profile are not one entity.</summary>
    Unmerge,

    /// <summary>Two records are one entity.</summary>
    Same,

    /// <summary>Two records are two.</summary>
    Different,

    /// <summary>An earlier decision no longer holds.</summary>
    Retract,
}
