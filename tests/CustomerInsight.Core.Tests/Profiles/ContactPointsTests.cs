namespace CustomerInsight;

public sealed class ContactPointsTests
{
    [Fact]
    public void Of_SameFormWrittenInTwoWays_CountsOnceAndShowsTheLatest()
    {
        MergeRecord[] records = [Crm("1", 1, email: "Ann@A.com "), Crm("2", 3, email: "ANN@a.com"), Crm("3", 2, email: "ann@a.com")];

        ContactPoint point = Assert.Single(ContactPoints.Of(records));

        Assert.Equal((ContactPointKind.Email, "ann@a.com", "ANN@a.com"), (point.Kind, point.Standardized[0].First, point.Written[0].First));
        Assert.Equal(["1", "2", "3"], point.Records.Select(static key => key.Id));
        Assert.Equal((Day(1), Day(3), 1, ContactRank.Last), (point.FirstObserved!.Value, point.LastObserved!.Value, point.Rank, point.Before));
    }

    [Fact]
    public void Of_Several_AreRankedAndSayWhy()
    {
        MergeRecord[] records =
        [
            Crm("1", 5, email: "n/a"), Crm("2", 4, email: "new@a.com"), Crm("3", 2, email: "often@a.com"), Crm("4", 1, email: "often@a.com"), Crm("5", 2, email: "z@a.com"),
            Crm("6", 2, email: "b@a.com") with { TrustRank = 3 }, Crm("7", 2, email: "a@a.com") with { TrustRank = 3 }, Crm("8", 0, email: "undated@a.com"),
        ];

        ValueList<ContactPoint> points = ContactPoints.Of(records);

        Assert.Equal(
            [
                ("new@a.com", ContactRank.MoreRecent), ("often@a.com", ContactRank.MoreRecords), ("z@a.com", ContactRank.MoreTrusted), ("a@a.com", ContactRank.Order), ("b@a.com", ContactRank.MoreRecent),
                ("undated@a.com", ContactRank.Usable), ("n/a", ContactRank.Last),
            ],
            points.Select(static point => (point.Standardized[0].First!, point.Before)));
        Assert.Equal(Enumerable.Range(1, 7), points.Select(static point => point.Rank));
        Assert.Equal(1, points.Count(static point => !point.IsUsable));
    }

    [Fact]
    public void Of_Addresses_AreOneForEachRecordAndACountryAloneIsNone()
    {
        MergeRecord[] records = [Crm("1", 1, street: "1 High St", city: "Leeds"), Crm("2", 2, street: "1 HIGH ST", city: "leeds"), Crm("3", 3, city: "York"), Crm("4", 4, country: "GB")];

        ValueList<ContactPoint> points = ContactPoints.Of(records);

        Assert.Equal([("York", 1), ("leeds", 2)], points.Select(static point => (point.Written[2].First!, point.Records.Count)));
        Assert.All(points, static point => Assert.Equal((ContactPointKind.Address, 6), (point.Kind, point.Written.Count)));
        Assert.True(points[1].Written[0].IsNone && points[1].Written[1].First == "1 HIGH ST");
    }

    [Fact]
    public void Of_SeveralValuesOfOneAttribute_AreAPointEach()
    {
        MergeRecord record = MergeRecords.Of(new SourceRecord(new RecordSchema([new("email", AttributeKind.Email), new("work", AttributeKind.Email)]), new RecordKey("crm", "1"), [AttributeValues.Of(["A@a.com", "b@a.com"]), "a@a.com"]));

        Assert.Equal(["a@a.com", "b@a.com"], ContactPoints.Of([record]).Select(static point => point.Standardized[0].First!));
        Assert.Equal("1 record(s)", ContactPoints.Of([record])[0].ToString().Split(": ")[1]);
    }

    [Fact]
    public void Of_AnyRecords_HasEachContactValueOnceInAnyOrder() =>
        Prop.ForAll(MergeRecords.Sets, records =>
        {
            ValueList<ContactPoint> points = ContactPoints.Of(records);
            var claimed = records.SelectMany(static record => Emails(record).Select(form => (Form: form, record.Record.Key))).Distinct().ToLookup(static claim => claim.Form, static claim => claim.Key);
            ContactPoint[] emails = [.. points.Where(static point => point.Kind == ContactPointKind.Email)];
            return points == ContactPoints.Of(records.Reverse())
                && points.GroupBy(static point => point.Kind).All(static kind => kind.Select(static point => point.Rank).SequenceEqual(Enumerable.Range(1, kind.Count())))
                && emails.Length == claimed.Count
                && emails.All(point => claimed[(point.IsUsable, point.Standardized[0].First!)].Order().SequenceEqual(point.Records));
        }).Check(Quick.Tests(500));

    private static IEnumerable<(bool, string)> Emails(MergeRecord record)
    {
        int email = record.Record.Schema.IndexOf("email");
        return email < 0 ? [] : record.Standardized[email].IsNone ? record.Record.Values[email].Select(static value => (false, value)) : record.Standardized[email].Select(static value => (true, value));
    }

    private static MergeRecord Crm(string id, int day, string? email = null, string? street = null, string? city = null, string? country = null) =>
        day == 0
            ? MergeRecords.Of(new SourceRecord(MergeRecords.Crm, new RecordKey("crm", id), [null, null, email, null, street, city, country]))
            : MergeRecords.Of(MergeRecords.Crm, id, day, null, null, email, null, street, city, country);

    private static DateTimeOffset Day(int day) => new(2024, 1, day, 0, 0, 0, TimeSpan.Zero);
}
