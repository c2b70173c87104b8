namespace CustomerInsight;

/// <summary>What differs between two profiles of the same id.</summary>
/// <param name="Before">The profile as it was.</param>
/// <param name="After">The profile as it would be.</param>
/// <param name="Changes">The fields that change, by name in ordinal order; at least one.</param>
public sealed record ProfileDifference(Profile Before, Profile After, ValueList<FieldChange> Changes)
{
    /// <summary>Compares two profiles field by field; by which rule a field was decided does not matter, nor who lost.</summary>
    /// <param name="before">The profile as it was.</param>
    /// <param name="after">The profile as it would be.</param>
    /// <returns>The difference, or null where no field changes.</returns>
    public static ProfileDifference? Between(Profile before, Profile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<FieldChange>();
        int b = 0;
        int a = 0;
        while (b < before.Fields.Count || a < after.Fields.Count)
        {
            int order = b == before.Fields.Count ? 1 : a == after.Fields.Count ? -1 : string.CompareOrdinal(before.Fields[b].Name, after.Fields[a].Name);
            ProfileField? old = order <= 0 ? before.Fields[b++] : null;
            ProfileField? now = order >= 0 ? after.Fields[a++] : null;
            if (KindOf(old, now) is { } kind)
            {
                changes.Add(new FieldChange((old ?? now)!.Name, kind, old, now));
            }
        }

        return changes.Count == 0 ? null : new ProfileDifference(before, after, ValueList.From(changes));
    }

    /// <summary>Says how many fields change, never a value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Before.Id}: {Changes.Count} field(s) change";

    private static FieldChangeKind? KindOf(ProfileField? before, ProfileField? after) => (before, after) switch
    {
        (null, _) => FieldChangeKind.Added,
        (_, null) => FieldChangeKind.Removed,
        _ when before.Values != after.Values => FieldChangeKind.Value,
        _ when before.Winner.Record != after.Winner.Record || before.Winner.ObservedAt != after.Winner.ObservedAt => FieldChangeKind.Winner,
        _ => null,
    };
}
