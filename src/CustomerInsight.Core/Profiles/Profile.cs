namespace CustomerInsight;

/// <summary>A unified customer (golden record): what the records of one cluster say together.</summary>
/// <param name="Id">The profile's id.</param>
/// <param name="EntityKind">What the profile is about.</param>
/// <param name="Records">The keys of its records in canonical order; at least one.</param>
/// <param name="Fields">Its fields, sorted by name; a field that no record fills is left out.</param>
/// <param name="Identifiers">Every identifier that its records claim, once each, sorted.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record Profile(ProfileId Id, EntityKind EntityKind, ValueList<RecordKey> Records, ValueList<ProfileField> Fields, ValueList<Identifier> Identifiers)
{
    /// <summary>Gets the ids that were given up for this one: of profiles that were merged into it. Each redirects here.</summary>
    /// <value>None. Rising, each once.</value>
    public ValueList<ProfileId> PreviousIds { get; init; }

    /// <summary>Finds a field.</summary>
    /// <param name="field">The attribute's exact name.</param>
    /// <returns>The field with its lineage, or null where no record fills it.</returns>
    public ProfileField? this[string field]
    {
        get
        {
            foreach (ProfileField candidate in Fields)
            {
                if (candidate.Name == field)
                {
                    return candidate;
                }
            }

            return null;
        }
    }

    /// <summary>Says how many records and fields there are, never a value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {Records.Count} record(s), {Fields.Count} field(s)";
}
