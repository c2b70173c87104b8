namespace CustomerInsight.Matching;

/// <summary>Turns what the ledger says about profiles into lines of the change feed.</summary>
internal static class ChangeFeed
{
    /// <summary>The changes by rising id.</summary>
    /// <param name="entry">What became of profiles.</param>
    /// <param name="before">The cursor of all changes but the last, so that one who stops between two finds both again.</param>
    /// <param name="last">The cursor of the last.</param>
    /// <param name="at">When.</param>
    public static List<ProfileChange> Of(ProfilesChanged entry, long before, long last, DateTimeOffset at)
    {
        var changes = new List<ProfileChange>(entry.Profiles.Count + entry.Retired.Count);
        foreach (ProfileMembers profile in entry.Profiles)
        {
            changes.Add(new ProfileChange(before, at, profile.Kind, profile.Id, null, profile.Added.Count, profile.Removed.Count));
        }

        foreach (ProfileRedirect retired in entry.Retired)
        {
            changes.Add(new ProfileChange(before, at, retired.To is null ? ProfileChangeKind.Emptied : ProfileChangeKind.Merged, retired.From, retired.To, 0, 0));
        }

        changes.Sort(static (left, right) => left.Profile.CompareTo(right.Profile));
        if (changes.Count > 0)
        {
            changes[^1] = changes[^1] with { Cursor = last };
        }

        return changes;
    }
}
