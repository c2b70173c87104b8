namespace CustomerInsight;

/// <summary>Makes one profile of the records of one cluster. A port: a host may bring its own.</summary>
/// <remarks>Implementations are pure and safe from many threads; the result does not depend on the order of the records.</remarks>
public interface IProfileMerger
{
    /// <summary>Merges the records of one cluster.</summary>
    /// <param name="id">The id the profile gets.</param>
    /// <param name="records">The records, at least one, each with how its values compare.</param>
    /// <returns>The profile. Every value in it is a value of one of the records (law L12).</returns>
    Profile Merge(ProfileId id, IReadOnlyList<MergeRecord> records);
}
