namespace CustomerInsight.Testing.Tests;

/// <summary>A small correct merger that applies one rule to every field and, where asked for, to the address as one group.</summary>
internal sealed class FakeMerger(ISurvivorshipRule rule, bool grouped = false, bool sorted = true) : IProfileMerger
{
    private static readonly string[] Address = ["city", "postcode", "street_address"];

    public Profile Merge(ProfileId id, IReadOnlyList<MergeRecord> records)
    {
        MergeRecord[] ordered = sorted ? [.. records.OrderBy(static record => record.Record.Key)] : [.. records];
        IEnumerable<string> names = ordered.SelectMany(static record => record.Record.Schema.Attributes).Select(static attribute => attribute.Name).Distinct();
        IEnumerable<ProfileField> fields = names.SelectMany(name => Field(ordered, name)).OrderBy(static field => field.Name, StringComparer.Ordinal);
        return new Profile(
            id,
            EntityKind.Person,
            [.. ordered.Select(static record => record.Record.Key).Order()],
            [.. fields],
            [.. ordered.SelectMany(static record => record.Record.Identifiers).Distinct().Order()]);
    }

    private IEnumerable<ProfileField> Field(MergeRecord[] records, string name)
    {
        string[] group = grouped && Address.Contains(name) ? Address : [name];
        MergeRecord[] having = [.. records.Where(record => group.Any(field => !record.Record[field].IsNone))];
        if (having.All(record => record.Record[name].IsNone))
        {
            yield break;
        }

        Contender[] contenders = [.. having.Select(record => new Contender(
            record.Record, record.TrustRank, [.. group.Select(field => record.Record[field])], [.. group.Select(field => record.Record[field])], 1))];
        SourceRecord winner = having[rule.Choose(contenders)].Record;
        yield return new ProfileField(
            name,
            winner[name],
            rule.Name,
            group.Length > 1 ? "address" : null,
            Entry(winner, name),
            [.. having.Select(static record => record.Record).Where(record => record.Key != winner.Key && !record[name].IsNone).Select(record => Entry(record, name))]);
    }

    private static LineageEntry Entry(SourceRecord record, string name) => new(record.Key, record.ObservedAt, record[name]);
}
