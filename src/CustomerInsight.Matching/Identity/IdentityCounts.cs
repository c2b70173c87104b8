namespace CustomerInsight.Matching;

/// <summary>What an identity graph holds, and what it did since it was opened.</summary>
public sealed record IdentityCounts
{
    /// <summary>Gets how many records are live.</summary>
    public long Records { get; init; }

    /// <summary>Gets how many distinct contents they have.</summary>
    public long Contents { get; init; }

    /// <summary>Gets how many profiles they are in.</summary>
    public long Profiles { get; init; }

    /// <summary>Gets how many pairs of contents are kept: at least <see cref="MatchingOptions.KeptProbability"/>, linked or not.</summary>
    public long KeptPairs { get; init; }

    /// <summary>Gets how many pairs were weighed for single records.</summary>
    public long PairsCompared { get; init; }

    /// <summary>Gets how many records, or new versions of some, were taken in one by one.</summary>
    public long Upserts { get; init; }

    /// <summary>Gets how many records, one by one or in loads, said what was known already, or in a load less than another version.</summary>
    public long Unchanged { get; init; }

    /// <summary>Gets how many, taken one by one, came after a later version of the same record, and count for its history alone.</summary>
    public long OutOfOrder { get; init; }

    /// <summary>Gets how many records were deleted.</summary>
    public long Deletes { get; init; }

    /// <summary>Gets how many rows of streams could not be read, or were of another tenant, and were passed over.</summary>
    public long Rejected { get; init; }

    /// <summary>Gets how many times a cluster was left apart since it was too large.</summary>
    public long QuarantinedClusters { get; init; }

    /// <summary>Gets how many times a blocking key came to be shared by more contents than <see cref="MatchingOptions.LargestBlock"/>. It counts until the model is trained again.</summary>
    public long GrownBlocks { get; init; }
}
