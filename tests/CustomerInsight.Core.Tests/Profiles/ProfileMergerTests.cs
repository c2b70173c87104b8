namespace CustomerInsight;

public sealed class ProfileMergerTests
{
    private static readonly ProfileMerger Merger = new(MergeRules.Standard);

    [Fact]
    public void Merge_SeveralRecords_TakesTheMostRecentOfEachField()
    {
        Profile profile = Merger.Merge(new ProfileId(7),
        [
            MergeRecords.Of(MergeRecords.Crm, "1", 1, "Ann", "Lee", "old@a.com", "020 7946 0018", null, null, null),
            MergeRecords.Of(MergeRecords.Crm, "2", 2, "Anne", "Lee", "new@a.com", null, null, null, null),
        ]);

        Assert.Equal(new ProfileId(7), profile.Id);
        Assert.Equal("new@a.com", profile["email"]!.Values.First);
        Assert.Equal("020 7946 0018", profile["phone"]!.Values.First);
        Assert.Equal("Anne", profile["given_name"]!.Values.First);
        Assert.Null(profile["city"]);
        Assert.Equal(["email", "family_name", "given_name", "phone"], profile.Fields.Select(static field => field.Name));
        Assert.Equal([new RecordKey("crm", "1"), new RecordKey("crm", "2")], profile.Records);
    }

    [Fact]
    public void Merge_Lineage_NamesWinnerRuleVersionAndLosers()
    {
        ProfileField email = Merger.Merge(new ProfileId(1),
        [
            MergeRecords.Of(MergeRecords.Crm, "2", 3, null, null, "b@a.com", null, null, null, null),
            MergeRecords.Of(MergeRecords.Shop, "9", 2, null, "c@a.com", null, null, null),
            MergeRecords.Of(MergeRecords.Crm, "1", 1, null, null, "a@a.com", null, null, null, null),
        ])["email"]!;

        Assert.Equal(new LineageEntry(new RecordKey("crm", "2"), new DateTimeOffset(2024, 1, 3, 0, 0, 0, TimeSpan.Zero), "b@a.com"), email.Winner);
        Assert.Equal("most recent, then source priority, then most frequent", email.Rule);
        Assert.Null(email.Group);
        Assert.Equal([new RecordKey("crm", "1"), new RecordKey("shop", "9")], email.Losers.Select(static loser => loser.Record));
        Assert.Equal("c@a.com", email.Losers[1].Values.First);
    }

    [Fact]
    public void Merge_NewerCountryAlone_DoesNotWipeOutTheStreet()
    {
        Profile profile = Merger.Merge(new ProfileId(1),
        [
            MergeRecords.Of(MergeRecords.Crm, "1", 1, null, null, null, null, "1 Low Rd", "Leeds", null),
            MergeRecords.Of(MergeRecords.Shop, "1", 4, "France", null, null, null, null),
        ]);

        Assert.Equal("1 Low Rd", profile["street_address"]!.Values.First);
        Assert.Equal("Leeds", profile["city"]!.Values.First);
        Assert.True(profile["country"]!.Values.IsNone);
        Assert.Equal("France", profile["country"]!.Losers[0].Values.First);
        Assert.Equal(new RecordKey("crm", "1"), profile["country"]!.Winner.Record);
        Assert.Equal("address", profile["country"]!.Group);
    }

    [Fact]
    public void Merge_GroupByRecency_NeverMixesRecords()
    {
        Profile profile = new ProfileMerger(MergeRules.Standard.Group("address", Survivorship.MostRecent)).Merge(new ProfileId(1),
        [
            MergeRecords.Of(MergeRecords.Crm, "1", 1, null, null, null, null, "1 Low Rd", "Leeds", null),
            MergeRecords.Of(MergeRecords.Shop, "1", 4, "France", null, null, null, null),
        ]);

        Assert.Equal("France", profile["country"]!.Values.First);
        Assert.True(profile["city"]!.Values.IsNone);
        Assert.Equal("Leeds", profile["city"]!.Losers[0].Values.First);
    }

    [Fact]
    public void Merge_UnusableValue_LosesToAUsableOne()
    {
        Profile profile = Merger.Merge(new ProfileId(1),
        [
            MergeRecords.Of(MergeRecords.Erp, "1", 1, null, null, "1990-02-03"),
            MergeRecords.Of(MergeRecords.Erp, "2", 4, null, null, "1990-02-30"),
        ]);

        Assert.Equal("1990-02-03", profile["date_of_birth"]!.Values.First);
        Assert.Equal("1990-02-30", profile["date_of_birth"]!.Losers[0].Values.First);
    }

    [Fact]
    public void Merge_OnlyUnusableValues_KeepsOne() =>
        Assert.Equal("1830-00-01", Merger.Merge(new ProfileId(1), [MergeRecords.Of(MergeRecords.Erp, "1", 1, null, null, "1830-00-01")])["date_of_birth"]!.Values.First);

    [Fact]
    public void Merge_SeveralValues_SurviveAsTheWinnersSet()
    {
        var schema = new RecordSchema([new("phone", AttributeKind.Phone)]);
        AttributeValues phones = AttributeValues.Of(["020 7946 0018", "020 7946 0019"]);
        Profile profile = Merger.Merge(new ProfileId(1), [MergeRecords.Of(new SourceRecord(schema, new RecordKey("crm", "1"), [phones]))]);

        Assert.Equal(phones, profile["phone"]!.Values);
    }

    [Fact]
    public void Merge_Identifiers_KeepsEachOnceSorted()
    {
        SourceRecord Record(string id, params Identifier[] identifiers) => new(RecordSchema.Empty, new RecordKey("crm", id), []) { Identifiers = [.. identifiers] };
        var card = new Identifier("card", "", "1");
        var union = new Identifier("wechat.unionid", "open", "1");

        Profile profile = Merger.Merge(new ProfileId(1), [MergeRecords.Of(Record("2", union, card)), MergeRecords.Of(Record("1", card))]);

        Assert.Equal([card, union], profile.Identifiers);
        Assert.Empty(profile.Fields);
    }

    [Fact]
    public void Merge_EntityKind_IsThatOfTheRecords() =>
        Assert.Equal(EntityKind.Household, Merger.Merge(new ProfileId(1), [MergeRecords.Of(new SourceRecord(RecordSchema.Empty, new RecordKey("a", "1"), []) { EntityKind = EntityKind.Household })]).EntityKind);

    [Fact]
    public void Merge_NoRecords_Throws() => Assert.Throws<ArgumentException>(static () => Merger.Merge(new ProfileId(1), []));

    [Fact]
    public void Merge_SameKeyTwice_ThrowsWithoutNamingIt()
    {
        MergeRecord record = MergeRecords.Of(MergeRecords.Erp, "secret-id", 1, "Lee", null, null);

        ArgumentException error = Assert.Throws<ArgumentException>(() => Merger.Merge(new ProfileId(1), [record, record]));
        Assert.DoesNotContain("secret-id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_StandardizedOfAnotherShape_Throws()
    {
        MergeRecord record = MergeRecords.Of(MergeRecords.Erp, "1", 1, "Lee", null, null);

        Assert.Throws<ArgumentException>(() => Merger.Merge(new ProfileId(1), [record with { Standardized = [] }]));
    }

    [Fact]
    public void Merge_RuleThatChoosesNobody_IsNamed()
    {
        var merger = new ProfileMerger(MergeRules.Standard.Default(new NobodyRule()));
        MergeRecord[] records = [MergeRecords.Of(MergeRecords.Erp, "1", 1, null, null, "1990-02-03"), MergeRecords.Of(MergeRecords.Erp, "2", 1, null, null, "1990-02-04")];

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => merger.Merge(new ProfileId(1), records));
        Assert.Contains("'nobody'", error.Message, StringComparison.Ordinal);
    }

    private sealed class NobodyRule : ISurvivorshipRule
    {
        public string Name => "nobody";

        public int Choose(IReadOnlyList<Contender> contenders) => -1;
    }
}
