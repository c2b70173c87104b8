namespace CustomerInsight.Matching;

/// <summary>What a person's decision says of which records.</summary>
internal static class StewardPlan
{
    /// <summary>The assertions that an action comes to; none for a retraction.</summary>
    /// <param name="action">The action.</param>
    /// <param name="state">The records and profiles.</param>
    /// <param name="block">The block that will hold them.</param>
    /// <param name="note">Who and why; null for a preview.</param>
    /// <param name="mostPairs">About how many pairs of records an action may be.</param>
    public static List<LiveAssertion> Of(StewardAction action, GraphState state, long block, StewardNote? note, long mostPairs)
    {
        List<LiveAssertion> assertions = [];
        switch (action.Kind)
        {
            case StewardActionKind.Merge:
                LiveRecord[] all = Merged(action, state);
                Add(AssertionKind.Same, [all[0]], all[1..]);
                break;
            case StewardActionKind.Unmerge:
                LiveRecord[] records = Live(action, action.Profiles[0], state).Records;
                LiveRecord[] taken = Taken(action, records);
                if (taken.Length > 0)
                {
                    Add(AssertionKind.Different, taken, [.. records.Except(taken)]);
                    break;
                }

                for (int i = 0; i + 1 < records.Length; i++)
                {
                    Add(AssertionKind.Different, [records[i]], records[(i + 1)..]);
                }

                break;
            case StewardActionKind.Same:
                Add(AssertionKind.Same, [Live(action, action.Records[0], state)], [Live(action, action.Records[1], state)]);
                break;
            case StewardActionKind.Different:
                Add(AssertionKind.Different, [Live(action, action.Records[0], state)], [Live(action, action.Records[1], state)]);
                break;
            default:
                if (!state.Assertions.ContainsKey(action.Decision))
                {
                    throw Refused(action, $"There is no decision {action.Decision} that holds. {nameof(IStewardship.DecisionsAsync)} lists those that do.");
                }

                break;
        }

        long pairs = assertions.Sum(static assertion => (long)assertion.Left.Length * assertion.Right.Length);
        return pairs <= mostPairs ? assertions : throw Refused(
            action, FormattableString.Invariant($"The action is about {pairs:#,0} pairs of records; at most {mostPairs:#,0} are taken. Unmerge fewer records at a time, those that do not belong."));

        void Add(AssertionKind kind, LiveRecord[] left, LiveRecord[] right) => assertions.Add(new LiveAssertion(block, kind, left, right, note));
    }

    private static ArgumentException Refused(StewardAction action, string why) => new($"{action.Kind} cannot be done. {why}", nameof(action));

    private static LiveProfile Live(StewardAction action, ProfileId id, GraphState state) => state.Resolve(id.Value)
        ?? throw Refused(action, $"The id {id} leads to no profile.");

    private static LiveRecord Live(StewardAction action, RecordKey key, GraphState state) => state.Find(key) is { IsLive: true } record ? record
        : throw Refused(action, $"A record of source '{key.Source}' is not known, or deleted. Say it of records that are there.");

    private static LiveRecord[] Merged(StewardAction action, GraphState state)
    {
        LiveProfile[] profiles = [.. action.Profiles.Select(id => Live(action, id, state)).Distinct()];
        return profiles.Length > 1
            ? [.. profiles.SelectMany(static profile => profile.Records).OrderBy(static record => record.Key)]
            : throw Refused(action, $"All of the ids lead to {profiles[0].Id}, which is one profile already.");
    }

    private static LiveRecord[] Taken(StewardAction action, LiveRecord[] records)
    {
        LiveRecord[] taken = Array.FindAll(records, record => action.Records.Contains(record.Key));
        if (taken.Length < action.Records.Count || taken.Length == records.Length || records.Length == 1)
        {
            throw Refused(action, $"Of {action.Records.Count} records to unmerge {taken.Length} are among the {records.Length} of the profile. Name some of its records, not all; none to take all apart, where it has two or more.");
        }

        return taken;
    }
}
