namespace CustomerInsight.Matching;

/// <summary>What became of a profile's id.</summary>
public enum ProfileState
{
    /// <summary>It was never given.</summary>
    Unknown,

    /// <summary>It is in use.</summary>
    Live,

    /// <summary>Its records are in another profile, to which it leads.</summary>
    Merged,

    /// <summary>All of its records were deleted.</summary>
    Deleted,

    /// <summary>Its records were erased.</summary>
    Erased,
}
