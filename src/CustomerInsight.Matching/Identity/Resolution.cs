using System.Globalization;
using System.Text;

namespace CustomerInsight.Matching;

/// <summary>What resolving one record came to, with the reasons; of a preview, what it would come to.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class Resolution
{
    private readonly Func<Profile?> _profile;

    internal Resolution(RecordKey record, ResolutionKind kind, ProfileId? profileId, Func<Profile?> profile)
    {
        Record = record;
        Kind = kind;
        ProfileId = profileId;
        _profile = profile;
    }

    /// <summary>Gets the record.</summary>
    public RecordKey Record { get; }

    /// <summary>Gets what it came to.</summary>
    public ResolutionKind Kind { get; }

    /// <summary>Gets the id of the record's profile; null where the record is deleted. In a preview an id that would be new is the next free one.</summary>
    public ProfileId? ProfileId { get; }

    /// <summary>Gets a value indicating whether nothing was written.</summary>
    public bool IsPreview { get; internal init; }

    /// <summary>Gets a value indicating whether a version that counts more was known already, so that this one changes nothing but the history.</summary>
    public bool IsOutdated { get; internal init; }

    /// <summary>Gets the decisions about this record and others whose probability is at least <see cref="MatchingOptions.KeptProbability"/>, the heaviest first, linked or not.</summary>
    public ValueList<RecordDecision> Decisions { get; internal init; }

    /// <summary>Gets what became of profiles, by rising id.</summary>
    public ValueList<ProfileChange> Changes { get; internal init; }

    /// <summary>Gets the position in the change feed after this.</summary>
    public long Cursor { get; internal init; }

    /// <summary>Makes the record's profile by the survivorship rules, as it is when called; in a preview as it would be.</summary>
    /// <returns>The profile, or null where the record is deleted.</returns>
    public Profile? GetProfile() => _profile();

    /// <summary>Writes what it came to and why, for a person; no value of the records, but the keys of those that were compared.</summary>
    /// <returns>A line for the outcome, one for each decision, and the evidence of the heaviest.</returns>
    public string Explain()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Kind}{(ProfileId is { } id ? ": " + id : string.Empty)}");
        foreach (RecordDecision decision in Decisions)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"{decision.Weight,7:+0.0;-0.0;0.0}  {decision.Other}: probability {decision.Probability:0.####}, {(decision.IsTogether ? "one profile" : decision.IsLinked ? "linked, but kept apart" : "not linked")}, by {decision.Rule}");
        }

        return Decisions.Count == 0 ? text.ToString() : text.AppendLine().Append(Decisions[0].Evidence.Explain()).ToString();
    }
}
