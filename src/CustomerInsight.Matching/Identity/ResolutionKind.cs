namespace CustomerInsight.Matching;

/// <summary>What resolving a record came to.</summary>
public enum ResolutionKind
{
    /// <summary>Nothing changed: this version was known, or a later one is.</summary>
    Unchanged,

    /// <summary>The record says something new, and its profile has the records that it had.</summary>
    Updated,

    /// <summary>A profile was made of the record alone.</summary>
    Created,

    /// <summary>The record joined a profile.</summary>
    Joined,

    /// <summary>Profiles that were several are one now.</summary>
    Merged,

    /// <summary>A profile lost records to another, and none went out of use.</summary>
    Split,

    /// <summary>The record is deleted, or was not there.</summary>
    Deleted,
}
