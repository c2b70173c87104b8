namespace CustomerInsight.Testing.Tests;

public class SurvivorshipLawsTests
{
    [Fact]
    public void CheckRule_Lawful_Passes() => SurvivorshipLaws.Check(FakeRule.Latest);

    [Fact]
    public void CheckRule_EachOfTheLibrarys_PassesInAMergerToo() => Assert.All(
        (RankedSurvivorshipRule[])
        [
            Survivorship.MostRecent, Survivorship.Oldest, Survivorship.MostComplete, Survivorship.Fullest, Survivorship.MostFrequent, Survivorship.Longest, Survivorship.SourcePriority,
            Survivorship.QualityWeighted(), Survivorship.Custom("filled", static contender => contender.FilledFields),
        ],
        static rule => SurvivorshipLaws.Check(rule, static own => new ProfileMerger(MergeRules.Standard.Default(own).Group(MergeRules.Address, own).Group(MergeRules.PersonName, own)), cases: 50));

    [Fact]
    public void CheckRule_AlwaysTheFirst_Passes() => SurvivorshipLaws.Check(new FakeRule(static _ => 0));

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    public void CheckRule_OutOfRange_IsAgainstTheContract(int position) =>
        AssertViolation(LawViolationException.Contract, "chooses position", () => SurvivorshipLaws.Check(new FakeRule(_ => position)));

    [Fact]
    public void CheckRule_TakesTheLaterOfEquals_IsAgainstTheContract() =>
        AssertViolation(LawViolationException.Contract, "differ only in their key", () => SurvivorshipLaws.Check(new FakeRule(static contenders => contenders.Count - 1)));

    [Fact]
    public void CheckRule_Throws_IsAgainstTheContract() => AssertViolation(
        LawViolationException.Contract,
        "throws InvalidOperationException",
        () => SurvivorshipLaws.Check(new FakeRule(static contenders => contenders.Any(static contender => contender.Record.ObservedAt is null) ? throw new InvalidOperationException() : 0)));

    [Fact]
    public void CheckRule_Stateful_IsL17()
    {
        int calls = 0;
        AssertViolation("L17", "second call", () => SurvivorshipLaws.Check(new FakeRule(contenders => calls++ % contenders.Count)));
    }

    [Fact]
    public void CheckRule_CultureDependent_IsL17() => AssertViolation("L17", "culture", () => SurvivorshipLaws.Check(new FakeRule(static contenders =>
    {
        int best = 0;
        for (int i = 1; i < contenders.Count; i++)
        {
            string one = (contenders[i].Values[0].First ?? string.Empty).ToLower(Thread.CurrentThread.CurrentCulture);
            best = string.CompareOrdinal(one, (contenders[best].Values[0].First ?? string.Empty).ToLower(Thread.CurrentThread.CurrentCulture)) > 0 ? i : best;
        }

        return best;
    })));

    [Fact]
    public void CheckRule_NoCases_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => SurvivorshipLaws.Check(FakeRule.Latest, cases: 0));

    [Fact]
    public void CheckRuleInMerger_Lawful_Passes() => SurvivorshipLaws.Check(FakeRule.Latest, static rule => new FakeMerger(rule), seed: 3, cases: 100);

    [Fact]
    public void CheckRuleInMerger_UnsortedMerger_IsL3() =>
        AssertViolation("L3", "another order", () => SurvivorshipLaws.Check(FakeRule.Latest, static rule => new FakeMerger(rule, sorted: false)));

    [Fact]
    public void CheckMerger_GroupsAsOne_Passes() => SurvivorshipLaws.Check(new FakeMerger(FakeRule.Latest, grouped: true), []);

    [Fact]
    public void CheckMerger_OwnClusters_AreTriedAndNamedByPosition()
    {
        MergeRecord[][] clusters = [.. Enumerable.Range(0, 3).Select(static seed => MadeUpRecords.Cluster(new SeededRandom((ulong)seed)))];
        var broken = new Changing(profile => profile with { Id = new ProfileId(profile.Id.Value + 1) });

        SurvivorshipLaws.Check(new FakeMerger(FakeRule.Latest), clusters, cases: 0);

        AssertViolation(LawViolationException.Contract, "cluster 0 of those given does not have the id", () => SurvivorshipLaws.Check(broken, clusters, cases: 0));
    }

    [Fact]
    public void CheckMerger_InventedValue_IsL12() => AssertBroken("L12", "value that its winner does not have", static profile =>
        WithFirstField(profile, static field => field with { Values = "invented" }));

    [Fact]
    public void CheckMerger_ForeignWinner_IsL12() => AssertBroken("L12", "winner that is no record", static profile =>
        WithFirstField(profile, static field => field with { Winner = field.Winner with { Record = new RecordKey("z", "1") } }));

    [Fact]
    public void CheckMerger_WinnerOfAnotherVersion_IsL12() => AssertBroken("L12", "winner that is no record", static profile =>
        WithFirstField(profile, static field => field with { Winner = field.Winner with { ObservedAt = DateTimeOffset.UnixEpoch } }));

    [Fact]
    public void CheckMerger_WinnerAmongTheLosers_IsL12() => AssertBroken("L12", "loser", static profile =>
        WithFirstField(profile, static field => field with { Losers = [field.Winner] }));

    [Fact]
    public void CheckMerger_FieldLeftOut_IsL12() => AssertBroken("L12", "not exactly the fields", static profile =>
        profile with { Fields = [.. profile.Fields.Skip(1)] });

    [Fact]
    public void CheckMerger_GroupOfMixedRecords_IsL13() => AssertBroken("L13", "group 'all'", static profile =>
        profile with { Fields = [.. profile.Fields.Select(static field => field with { Group = "all" })] });

    [Fact]
    public void CheckMerger_RecordLeftOut_IsAgainstTheContract() => AssertBroken(LawViolationException.Contract, "exactly its records", static profile =>
        profile with { Records = [.. profile.Records.Take(1)] });

    [Fact]
    public void CheckMerger_IdentifiersLeftOut_IsAgainstTheContract() => AssertBroken(LawViolationException.Contract, "every identifier", static profile =>
        profile with { Identifiers = [] });

    [Fact]
    public void CheckMerger_FieldsInAnotherOrder_IsAgainstTheContract() => AssertBroken(LawViolationException.Contract, "not sorted by name", static profile =>
        profile with { Fields = [.. profile.Fields.Reverse()] });

    [Fact]
    public void CheckMerger_Stateful_IsL17()
    {
        int calls = 0;
        AssertBroken("L17", "second call", profile => profile with { EntityKind = (EntityKind)(calls++ % 3) });
    }

    [Fact]
    public void CheckMerger_CultureDependent_IsL17() => AssertBroken("L17", "culture", static profile =>
        WithFirstField(profile, static field => field with { Rule = "I".ToLower(Thread.CurrentThread.CurrentCulture) }));

    [Fact]
    public void CheckMerger_Throws_IsAgainstTheContract() =>
        AssertBroken(LawViolationException.Contract, "throws NotSupportedException", static _ => throw new NotSupportedException());

    private static Profile WithFirstField(Profile profile, Func<ProfileField, ProfileField> change) => profile.Fields.Count == 0
        ? profile
        : profile with { Fields = [change(profile.Fields[0]), .. profile.Fields.Skip(1)] };

    private static void AssertBroken(string law, string message, Func<Profile, Profile> change) =>
        AssertViolation(law, message, () => SurvivorshipLaws.Check(new Changing(change), []));

    private static void AssertViolation(string law, string message, Action check)
    {
        LawViolationException violation = Assert.Throws<LawViolationException>(check);
        Assert.Equal(law, violation.Law);
        Assert.Contains(message, violation.Message, StringComparison.Ordinal);
    }

    private sealed class Changing(Func<Profile, Profile> change) : IProfileMerger
    {
        public Profile Merge(ProfileId id, IReadOnlyList<MergeRecord> records) => change(new FakeMerger(FakeRule.Latest).Merge(id, records));
    }
}
