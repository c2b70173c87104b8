namespace CustomerInsight.Matching;

/// <summary>What became of a profile.</summary>
public enum ProfileChangeKind
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>A retired id is in use again: its records parted from the profile that had taken them in.</summary>
    Revived,

    /// <summary>It has other records than before.</summary>
    RecordsChanged,

    /// <summary>It has the same records, of which one says something else.</summary>
    ValuesChanged,

    /// <summary>It went into another profile, to which its id leads from now on.</summary>
    Merged,

    /// <summary>All of its records were deleted; its id leads nowhere until one comes back.</summary>
    Emptied,
}
