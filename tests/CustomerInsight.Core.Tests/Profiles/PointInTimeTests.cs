namespace CustomerInsight;

public sealed class PointInTimeTests
{
    private static readonly Gen<MergeRecord[]> Histories =
        from sets in MergeRecords.Sets.Generator.ArrayOf(3)
        from repeated in Gen.Elements(true, false)
        select sets.SelectMany(static set => set).Concat(repeated ? sets[0] : []).ToArray();

    [Fact]
    public void Versions_AnyHistory_AreTheLastOfEachRecordNotAfterTheDate() =>
        Prop.ForAll(Histories.ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (history, day) =>
        {
            DateTimeOffset date = Day(day);
            SourceRecord[] versions = [.. history.Select(static record => record.Record)];
            SourceRecord[] known = [.. versions.Where(version => version.ObservedAt is null || version.ObservedAt <= date)];
            SourceRecord[] expected = [.. known.GroupBy(static version => version.Key).OrderBy(static group => group.Key).Select(static group => group.Aggregate(static (best, version) => VersionOrder.Compare(version, best) > 0 ? version : best))];
            return PointInTime.Versions(versions, date).SequenceEqual(expected) && PointInTime.Versions(versions.Reverse(), date).SequenceEqual(expected);
        }).Check(Quick.Tests(300));

    [Fact]
    public void Merge_AnyHistory_KnowsNothingFromAfterTheDate() =>
        Prop.ForAll(Histories.ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (history, day) =>
        {
            var merger = new ProfileMerger(MergeRules.Standard);
            Profile? then = PointInTime.Merge(new ProfileId(7), history, Day(day), merger);
            Profile? alone = PointInTime.Merge(new ProfileId(7), history.Where(record => record.Record.ObservedAt is null || record.Record.ObservedAt <= Day(day)), DateTimeOffset.MaxValue, merger);
            return Equals(then, alone) && (then is null || then.Fields.All(field => field.Winner.ObservedAt is null || field.Winner.ObservedAt <= Day(day)));
        }).Check(Quick.Tests(200));

    [Fact]
    public void Versions_RecordFirstSeenLater_IsNotThere()
    {
        MergeRecord early = Crm(2, "Anna");
        MergeRecord later = Crm(4, "Anne");
        MergeRecord other = MergeRecords.Of(MergeRecords.Shop, "1", 4, "uk", null, null, null, null);

        Assert.Equal([early.Record], PointInTime.Versions([later.Record, other.Record, early.Record], Day(3)));
        Assert.Equal([later.Record, other.Record], PointInTime.Versions([later.Record, other.Record, early.Record], Day(4)));
        Assert.Null(PointInTime.Merge(new ProfileId(1), [early, later], Day(1), new ProfileMerger(MergeRules.Standard)));
    }

    [Fact]
    public void Versions_OneKeyOfTwoTenants_AreTwoRecords()
    {
        SourceRecord one = Crm(1, "Anna").Record;
        var other = new SourceRecord(one.Schema, one.Key, one.Values) { Tenant = "b" };

        Assert.Equal([one, other], PointInTime.Versions([other, one], Day(9)));
    }

    private static MergeRecord Crm(int day, string given) => MergeRecords.Of(MergeRecords.Crm, "1", day, given, null, null, null, null, null, null);

    private static DateTimeOffset Day(int day) => day == 0 ? DateTimeOffset.MinValue : new DateTimeOffset(2024, 1, day, 0, 0, 0, TimeSpan.Zero);
}
