namespace CustomerInsight;

/// <summary>What holds for every set of records and every rule.</summary>
public sealed class ProfileMergerLawTests
{
    private static readonly ProfileMerger[] Mergers =
    [
        new(MergeRules.Standard),
        new(MergeRules.Standard.Default(Survivorship.MostFrequent).Group("address", Survivorship.MostRecent).Group("name", Survivorship.Longest)),
        new(MergeRules.Standard.Default(Survivorship.SourcePriority).Group("contact", Survivorship.MostComplete, "email", "phone").For("city", Survivorship.MostComplete)),
    ];

    [Fact]
    public void Merge_RecordsInAnyOrder_GivesTheSameProfile() => ForAll(static (merger, records) =>
    {
        Profile profile = Merge(merger, records);
        var random = new SeededRandom((ulong)records.Length);
        MergeRecord[] shuffled = [.. records.OrderBy(_ => random.NextBits())];
        return Merge(merger, shuffled).Equals(profile) && Merge(merger, [.. records.Reverse()]).Equals(profile);
    });

    [Fact]
    public void Merge_EveryValue_NamesTheRecordThatHasIt() => ForAll(static (merger, records) =>
    {
        Profile profile = Merge(merger, records);
        return profile.Fields.All(field => field.Values == field.Winner.Values && field.Losers.Prepend(field.Winner).All(entry =>
        {
            SourceRecord record = records.Single(record => record.Record.Key == entry.Record).Record;
            return record[field.Name] == entry.Values && record.ObservedAt == entry.ObservedAt;
        }));
    });

    [Fact]
    public void Merge_FieldGroup_ComesFromOneRecord() => ForAll(static (merger, records) =>
        Merge(merger, records).Fields.Where(static field => field.Group is not null).GroupBy(static field => field.Group)
            .All(static group => group.Select(static field => field.Winner.Record).Distinct().Count() == 1));

    [Fact]
    public void Merge_EveryRecordWithAValue_IsWinnerOrLoser() => ForAll(static (merger, records) =>
    {
        Profile profile = Merge(merger, records);
        string[] filled = [.. records.SelectMany(static record => record.Record.Schema.Attributes.Where(attribute => !record.Record[attribute.Name].IsNone)).Select(static attribute => attribute.Name).Distinct().Order(StringComparer.Ordinal)];
        return profile.Fields.Select(static field => field.Name).SequenceEqual(filled)
            && profile.Fields.All(field => records.All(record => record.Record[field.Name].IsNone
                || (record.Record.Key == field.Winner.Record) != field.Losers.Any(loser => loser.Record == record.Record.Key)));
    });

    [Fact]
    public void Merge_Identifiers_AreThoseOfTheRecords() => ForAll(static (merger, records) =>
        Merge(merger, records).Identifiers.SequenceEqual(records.SelectMany(static record => record.Record.Identifiers).Distinct().Order()));

    private static Profile Merge(ProfileMerger merger, MergeRecord[] records) => merger.Merge(new ProfileId(1), records);

    private static readonly RankedSurvivorshipRule[] Rules =
    [
        Survivorship.MostRecent, Survivorship.Oldest, Survivorship.MostComplete, Survivorship.Fullest, Survivorship.MostFrequent, Survivorship.Longest, Survivorship.SourcePriority,
        Survivorship.QualityWeighted(), Survivorship.QualityWeighted(new QualityWeights { Recency = 3, HalfLifeDays = 1 }), Survivorship.Custom("key's length", static contender => contender.Record.Key.Id.Length),
    ];

    /// <summary>Any rules for any fields and groups.</summary>
    private static readonly Gen<ProfileMerger> Any =
        from rules in Gen.Elements(Rules).ArrayOf(5)
        from chained in Gen.Elements(true, false)
        select new ProfileMerger(MergeRules.Standard
            .Default(chained ? rules[0].Then(rules[1]) : rules[0])
            .Group("address", rules[1])
            .Group("name", rules[2])
            .Group("contact", rules[3], "email", "phone")
            .For("tier", rules[4]));

    private static void ForAll(Func<ProfileMerger, MergeRecord[], bool> law) =>
        Prop.ForAll(Gen.OneOf(Gen.Elements(Mergers), Any).ToArbitrary(), MergeRecords.Sets, law).Check(Quick.Tests(500));
}
