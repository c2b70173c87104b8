namespace CustomerInsight.Matching;

public sealed partial class IdentityGraph
{
    private const int FewRecords = 16;

    /// <summary>Describes a call that changed no profile.</summary>
    private Resolution Describe(Generation generation, LiveRecord record, ResolutionKind kind, bool isPreview, bool isOutdated)
    {
        ProfileId id = record.Profile!.Id;
        return new Resolution(record.Key, kind, id, () => Find(id).Profile)
        {
            IsPreview = isPreview,
            IsOutdated = isOutdated,
            Cursor = _blocks,
            Decisions = Decisions(generation.Model, record, record.Profile.Records),
        };
    }

    /// <summary>Describes what taking in a record came to, or, without a block, would come to.</summary>
    private Resolution Describe(Generation generation, RecordEdit change, SourceRecord version, IdentityBlock? block)
    {
        var id = new ProfileId(change.ProfileId);
        LiveRecord target = change.Record;
        LiveRecord[] records = change.Outcome.RecordsOf(id.Value) ?? change.Before?.Records ?? [];
        Func<Profile?> profile = block is not null ? () => Find(id).Profile
            : () => _profiles.Make(id, records.Select(record => ReferenceEquals(record, target) ? version : record.Current), generation.State.PreviousIds(id.Value, change.Outcome.Plan));
        ResolutionKind kind = change.Kind();
        return new Resolution(version.Key, kind, id, profile)
        {
            IsPreview = block is null,
            Cursor = _blocks,
            Decisions = Decisions(generation.Model, target, records),
            Changes = Changes(change.Outcome, block, updated: id.Value),
        };
    }

    private Resolution DescribeDeleted(RecordEdit change, RecordKey key, IdentityBlock? block) => new(key, ResolutionKind.Deleted, null, static () => null)
    {
        IsPreview = block is null,
        Cursor = _blocks,
        Changes = Changes(change.Outcome, block, updated: 0),
    };

    private ValueList<ProfileChange> Changes(GraphOutcome outcome, IdentityBlock? block, long updated)
    {
        long cursor = block is null ? _blocks : block.Number + 1;
        DateTimeOffset at = block?.At ?? _setup.Clock.GetUtcNow();
        return outcome.ToEntry(updated) is { } entry ? ValueList.From(ChangeFeed.Of(entry, cursor, cursor, at)) : default;
    }

    /// <summary>What was decided about a record and others, the heaviest first.</summary>
    private static ValueList<RecordDecision> Decisions(GraphModel model, LiveRecord record, LiveRecord[] together)
    {
        if (record.Content is not { } content)
        {
            return default;
        }

        HashSet<LiveRecord>? many = together.Length > FewRecords ? [.. together] : null;
        var decisions = new List<RecordDecision>(content.Links.Length);
        foreach (KeptLink link in content.Links)
        {
            if (link.Other.First is { } other)
            {
                decisions.Add(new RecordDecision(other.Key, link.Weight, model.RuleOf(link), link.IsAccepted(model.LinkWeight), IsTogether(other), Explain(content, link.Other)));
            }
        }

        if (content.Count > 1)
        {
            LiveRecord copy = ReferenceEquals(content[0], record) ? content[1] : content[0];
            PairEvidence evidence = Explain(content, content)();
            decisions.Add(new RecordDecision(copy.Key, evidence.Weight, MatchLink.IdenticalContent, evidence.Weight >= model.LinkWeight, IsTogether(copy), () => evidence));
        }

        decisions.Sort(static (left, right) => left.Weight != right.Weight ? right.Weight.CompareTo(left.Weight) : left.Other.CompareTo(right.Other));
        return ValueList.From(decisions);

        bool IsTogether(LiveRecord other) => many?.Contains(other) ?? Array.IndexOf(together, other) >= 0;

        Func<PairEvidence> Explain(LiveContent left, LiveContent right) => () => model.Explain(left.Said, right.Said);
    }
}
