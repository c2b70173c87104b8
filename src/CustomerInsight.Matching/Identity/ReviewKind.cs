namespace CustomerInsight.Matching;

/// <summary>Why a pair of records is worth a person's look.</summary>
public enum ReviewKind
{
    /// <summary>They may be one entity, but the evidence is not enough.</summary>
    PossibleMatch,

    /// <summary>They weigh enough, but something keeps them apart: <see cref="ReviewItem.Reason"/>.</summary>
    KeptApart,

    /// <summary>They are in one profile, and nothing stronger holds the one of them there.</summary>
    WeakLink,
}
