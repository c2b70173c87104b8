namespace CustomerInsight.Matching;

/// <summary>What a decision of a person came to; of a preview, what it would come to.</summary>
/// <param name="Decision">Its number, to retract it by; 0 for a preview, and where nothing was written.</param>
/// <param name="Impacts">The profiles that change, by rising id.</param>
/// <param name="Conflicts">Decisions that say the opposite. Where there are any of a "same" or a merge, nothing was written: retract them first.</param>
public sealed record StewardResult(long Decision, ValueList<ProfileImpact> Impacts, ValueList<StewardDecision> Conflicts)
{
    /// <summary>Gets a value indicating whether it cannot be followed and nothing was written.</summary>
    public bool IsRefused { get; init; }
}
