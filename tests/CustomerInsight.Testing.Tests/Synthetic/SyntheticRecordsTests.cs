using System.Globalization;

namespace CustomerInsight.Testing.Tests;

public class SyntheticRecordsTests
{
    private static readonly SyntheticData Data = SyntheticCustomers.Generate(new SyntheticOptions { Seed = 5 });
    private static readonly SyntheticData Clean = SyntheticCustomers.Generate(new SyntheticOptions { Seed = 6, Records = 4_000, ErrorRate = 0, MissingRate = 0 });

    private static readonly string[] Telling = ["email", "phone", "postcode", "city"];

    [Fact]
    public void Generate_Defaults_GivesTwentyThousandRecordsOfThreeSources()
    {
        Assert.Equal(20_000, Data.Records.Count);
        Assert.Equal(["crm", "loyalty", "shop"], Data.Records.Select(static record => record.Key.Source).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(0.40, Share(Data.Records, static record => record.Key.Source == "crm"), 0.03);
        Assert.Equal(0.35, Share(Data.Records, static record => record.Key.Source == "shop"), 0.03);
    }

    [Fact]
    public void Truth_EveryRecord_HasAPersonAndTheSameOneByPosition()
    {
        Assert.Equal(Data.Records.Count, Data.Truth.Count);
        for (int i = 0; i < Data.Records.Count; i++)
        {
            Assert.Equal(Data.PersonOf(i), Data.Truth[Data.Records[i].Key]);
        }

        Assert.Equal(Enumerable.Range(0, Data.People.Count), Data.Truth.Values.Distinct().Order());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(20_000)]
    public void PersonOf_NoSuchRecord_IsRefused(int record) => Assert.Throws<ArgumentOutOfRangeException>(() => Data.PersonOf(record));

    [Fact]
    public void DuplicateShare_Default_IsTheShareOfPersonsWithSeveralRecords()
    {
        int[] counts = [.. Data.Truth.Values.GroupBy(static person => person).Select(static group => group.Count())];
        double further = counts.Count(static count => count > 2) / (double)counts.Count(static count => count > 1);

        Assert.Equal(0.4, Share(counts, static count => count > 1), 5 * Math.Sqrt(0.24 / counts.Length));
        Assert.Equal(0.35, further, 0.04);
        Assert.True(counts.Max() is > 4 and <= 12);
    }

    [Fact]
    public void ChineseShare_Default_IsTheShareOfChineseHouseholds()
    {
        bool[] households = [.. Data.People.GroupBy(static person => person.Household).Select(static group => group.First().IsChinese)];

        Assert.Equal(0.15, Share(households, static chinese => chinese), 5 * Math.Sqrt(0.15 * 0.85 / households.Length));
        Assert.All(Data.People.GroupBy(static person => person.Household), static group => Assert.Single(group.Select(static person => person.IsChinese).Distinct()));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void ChineseShare_AtTheEnds_HoldsForEveryone(double share)
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Records = 300, ChineseShare = share });

        Assert.All(data.People, person => Assert.Equal(share == 1, person.IsChinese));
    }

    [Fact]
    public void FamilyNames_OfRecords_AreSkewedWithALongTail()
    {
        int[] counts = [.. Data.Records.Where(record => !IsChinese(record)).Select(static record => record["family_name"].First)
            .Where(static name => name is not null).GroupBy(static name => name!.ToUpperInvariant()).Select(static group => group.Count()).OrderDescending()];

        Assert.True(counts[0] > 20 * counts[counts.Length / 2], $"{counts[0]} against {counts[counts.Length / 2]}");
        Assert.True(counts.Length > 1_000);
    }

    [Fact]
    public void ChineseFamilyNames_OfRecords_FollowTheRealRanks()
    {
        string[] ranked = [.. Clean.Records.Where(static record => record.Key.Source == "crm").Select(static record => record["family_name"].First!)
            .Where(static name => name[0] > 0x3400).GroupBy(static name => name).OrderByDescending(static group => group.Count()).Select(static group => group.Key)];

        Assert.Contains("王", ranked[..3]);
        Assert.Contains("李", ranked[..5]);
    }

    [Fact]
    public void Kinds_OfEverySource_AreThoseOfTheNames()
    {
        SourceRecord crm = Data.Records.First(static record => record.Key.Source == "crm");

        Assert.Equal(AttributeKind.GivenName, Kind(crm, "given_name"));
        Assert.Equal(AttributeKind.FamilyName, Kind(crm, "family_name"));
        Assert.Equal(AttributeKind.Gender, Kind(crm, "gender"));
        Assert.Equal(AttributeKind.DateOfBirth, Kind(crm, "date_of_birth"));
        Assert.Equal(AttributeKind.Email, Kind(crm, "email"));
        Assert.Equal(AttributeKind.Phone, Kind(crm, "phone"));
        Assert.Equal(AttributeKind.StreetAddress, Kind(crm, "street_address"));
        Assert.Equal(AttributeKind.City, Kind(crm, "city"));
        Assert.Equal(AttributeKind.Postcode, Kind(crm, "postcode"));
        Assert.Equal(AttributeKind.FullName, Kind(Data.Records.First(static record => record.Key.Source == "shop"), "full_name"));
        Assert.Equal(3, Data.Records.Select(static record => record.Schema).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void MissingRate_OfSources_IsFollowed()
    {
        foreach (SyntheticSource source in Data.Options.Sources)
        {
            SourceRecord[] records = [.. Data.Records.Where(record => record.Key.Source == source.Name)];

            Assert.Equal(source.MissingRate, Share(records, static record => record["email"].IsNone), 0.02);
            Assert.All(records, static record => Assert.False(record["given_name"].IsNone && record["family_name"].IsNone && record["full_name"].IsNone));
        }
    }

    [Fact]
    public void MissingRate_Zero_LeavesNothingEmpty() =>
        Assert.All(Clean.Records, static record => Assert.DoesNotContain(record.Values.ToArray(), static values => values.IsNone));

    [Fact]
    public void ErrorRate_Zero_WritesEveryDateOfAPersonAlike()
    {
        foreach (IGrouping<int, SourceRecord> person in PersonsOf(Clean))
        {
            Assert.True(person.Where(static record => record.Key.Source != "shop").Select(DateOf).Distinct().Count() <= 1);
        }
    }

    [Fact]
    public void ErrorRate_Raised_RaisesTheErrors()
    {
        double Wrong(double rate) => Share(
            PersonsOf(SyntheticCustomers.Generate(new SyntheticOptions { Records = 6_000, ErrorRate = rate, Sources = [SyntheticSource.Crm] })).Where(static person => person.Count() > 1).ToArray(),
            static person => person.Select(static record => record["date_of_birth"].First).Where(static date => date is not null).Distinct().Count() > 1);

        double ordinary = Wrong(1);

        Assert.InRange(ordinary, 0.01, 0.1);
        Assert.InRange(Wrong(5), 3 * ordinary, 1);
    }

    [Fact]
    public void UpperCase_Loyalty_HasNoSmallLetter() => Assert.All(
        Data.Records.Where(static record => record.Key.Source == "loyalty"),
        static record => Assert.DoesNotContain(record.Values.ToArray().SelectMany(static values => values), static value => value.Any(char.IsLower)));

    [Fact]
    public void DateFormats_OfSources_AreTheirOwn()
    {
        Assert.All(Clean.Records.Where(static record => record.Key.Source != "shop"), static record => _ = DateOf(record));
        Assert.Contains(Clean.Records, static record => record.Key.Source == "loyalty" && record["date_of_birth"].First![3] > '1');
    }

    [Fact]
    public void RecordsOfOnePerson_ResembleEachOtherMoreThanStrangers()
    {
        SourceRecord[][] persons = [.. PersonsOf(Data).Where(static person => person.Count() > 1).Select(static person => person.Take(2).ToArray())];
        double same = persons.Average(static pair => Shared(pair[0], pair[1]));
        double strange = persons.Zip(persons.Skip(1)).Average(static pair => Shared(pair.First[0], pair.Second[1]));

        Assert.True(same > 1.5, $"{same} values shared by one person's records");
        Assert.True(strange < 0.3, $"{strange} values shared by strangers' records");
    }

    [Fact]
    public void MovedPersons_LaterRecords_HaveAnotherAddress()
    {
        IGrouping<int, SourceRecord>[] moved = [.. PersonsOf(Clean)
            .Where(static person => person.Select(static record => record["postcode"].First!.Replace(" ", "", StringComparison.Ordinal)).Distinct().Count() == 2)];

        Assert.NotEmpty(moved);
        Assert.All(moved, static person =>
        {
            // One move: in order of time, the postcode changes once and never back.
            string[] postcodes = [.. person.OrderBy(static record => record.ObservedAt).Select(static record => record["postcode"].First!.Replace(" ", "", StringComparison.Ordinal))];
            Assert.Equal(1, postcodes.Zip(postcodes.Skip(1)).Count(static pair => pair.First != pair.Second));
        });
    }

    [Fact]
    public void Households_OfSeveral_ShareAddressesButAreDifferentPersons()
    {
        ILookup<int, int> people = Enumerable.Range(0, Clean.People.Count).ToLookup(person => Clean.People[person].Household);
        Dictionary<int, SourceRecord[]> records = PersonsOf(Clean).ToDictionary(static person => person.Key, static person => person.ToArray());
        IGrouping<int, int>[] shared = [.. people.Where(static household => household.Count() > 1)];
        double together = Share(shared, household => household.SelectMany(person => records[person].Select(static record => record["postcode"].First!).Distinct())
            .GroupBy(static postcode => postcode).Any(static group => group.Count() > 1));

        Assert.Equal(0.2, shared.Length / (double)people.Count, 0.04);
        Assert.True(together > 0.6, $"{together} of the shared households share an address");
    }

    [Fact]
    public void Households_Large_HaveNamesakesAndTwins()
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions
        {
            Records = 6_000,
            ErrorRate = 0,
            MissingRate = 0,
            ChineseShare = 0,
            SharedHouseholdShare = 1,
            DuplicateShare = 0,
            Sources = [SyntheticSource.Crm],
        });
        IGrouping<int, SourceRecord>[] households = [.. data.Records.GroupBy(record => data.People[data.Truth[record.Key]].Household)];

        Assert.Contains(households, static household => HasPair(household, static (one, other) =>
            one["gender"].First == "M" && one["gender"] == other["gender"] && one["given_name"] == other["given_name"]
            && one["family_name"] == other["family_name"] && DateOf(one).AddYears(15) < DateOf(other)));
        Assert.Contains(households, static household => HasPair(household, static (one, other) =>
            DateOf(one) == DateOf(other) && one["family_name"] == other["family_name"] && one["street_address"] == other["street_address"] && one["given_name"] != other["given_name"]));
    }

    [Fact]
    public void Emails_SomePersons_HaveTwoAtDomainsThatNobodyOwns()
    {
        string[] emails = [.. Data.Records.SelectMany(static record => record["email"])];

        Assert.Contains(Data.Records, static record => record["email"].Count == 2);
        Assert.All(Clean.Records.SelectMany(static record => record["email"]), static email => Assert.EndsWith(".example", email, StringComparison.OrdinalIgnoreCase));
        Assert.True(emails.Count(static email => email.EndsWith("@gmail.example", StringComparison.OrdinalIgnoreCase)) > emails.Count(static email => email.EndsWith("@sky.example", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Phones_OfSources_AreWrittenInTheirStyles()
    {
        Assert.All(Phones("crm"), static phone => Assert.Matches(@"^\+44 [0-9]{4} [0-9]{6}$", phone));
        Assert.All(Phones("shop"), static phone => Assert.Matches("^0[0-9]{10}$", phone));
        Assert.All(Phones("loyalty"), static phone => Assert.Matches("^0[0-9]{4} [0-9]{3} [0-9]{3}$", phone));
        Assert.All(
            Clean.Records.Where(record => Clean.People[Clean.Truth[record.Key]].IsChinese).SelectMany(static record => record["phone"]),
            static phone => Assert.Matches(@"^\+86[ -]?1[3-9][0-9]( ?[0-9]{4}){2}$", phone));
    }

    private static IEnumerable<string> Phones(string source) => Clean.Records
        .Where(record => record.Key.Source == source && !Clean.People[Clean.Truth[record.Key]].IsChinese).SelectMany(static record => record["phone"]);

    private static bool IsChinese(SourceRecord record) => Data.People[Data.Truth[record.Key]].IsChinese;

    private static IEnumerable<IGrouping<int, SourceRecord>> PersonsOf(SyntheticData data) => data.Records.GroupBy(record => data.Truth[record.Key]);

    private static DateOnly DateOf(SourceRecord record) => DateOnly.ParseExact(
        record["date_of_birth"].First!, record.Key.Source == "loyalty" ? "MM/dd/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static AttributeKind Kind(SourceRecord record, string name) => record.Schema.Attributes[record.Schema.IndexOf(name)].Kind;

    private static bool HasPair(IEnumerable<SourceRecord> records, Func<SourceRecord, SourceRecord, bool> holds) =>
        records.SelectMany(one => records.Select(other => (one, other))).Any(pair => pair.one.Key != pair.other.Key && holds(pair.one, pair.other));

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> holds) => all.Count(holds) / (double)all.Count;

    // How many of four telling attributes have a value in common, letter case and blanks aside.
    private static int Shared(SourceRecord one, SourceRecord other) =>
        Telling.Count(name => Plain(one[name]).Intersect(Plain(other[name])).Any());

    private static IEnumerable<string> Plain(AttributeValues values) => values.Select(static value =>
        value.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("+44", "0", StringComparison.Ordinal));
}
