namespace CustomerInsight;

public sealed class RecordMapTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly RecordMap<Contact> Map = RecordMap.For<Contact>("crm")
        .Key(c => c.Id).UpdatedAt(c => c.ModifiedOn)
        .GivenName(c => c.FirstName).FamilyName(c => c.LastName)
        .Email(c => c.Email).Phones(c => [c.Home, c.Mobile]).DateOfBirth(c => c.BirthDate)
        .Identifier("wechat.unionid", scope: "open-platform", c => c.UnionId)
        .Identifier("loyalty-card", c => c.Card);

    [Fact]
    public void ToRecord_Object_TakesItsValuesAsTheyAre()
    {
        SourceRecord record = Map.ToRecord(new Contact(17)
        {
            FirstName = " Ann ",
            LastName = "Lee",
            Email = "ANN@a.com",
            Home = "1 23",
            Mobile = "4 56",
            BirthDate = new DateOnly(1990, 4, 2),
            ModifiedOn = Noon,
            UnionId = "u-1",
        });

        Assert.Equal(new RecordKey("crm", "17"), record.Key);
        Assert.Equal(Noon, record.ObservedAt);
        Assert.Equal(" Ann ", record["given_name"].First);
        Assert.Equal("ANN@a.com", record["email"].First);
        Assert.Equal(["1 23", "4 56"], record["phone"]);
        Assert.Equal("1990-04-02", record["date_of_birth"].First);
        Assert.Equal([new Identifier("wechat.unionid", "open-platform", "u-1")], record.Identifiers);
        Assert.Equal(EntityKind.Person, record.EntityKind);
        Assert.Equal(string.Empty, record.Tenant);
        Assert.Same(Map.Schema, record.Schema);
    }

    [Fact]
    public void ToRecord_EmptyObject_HasNoValues()
    {
        SourceRecord record = Map.ToRecord(new Contact(1) { Card = "  " });

        Assert.Null(record.ObservedAt);
        Assert.Empty(record.Identifiers);
        foreach (AttributeValues values in record.Values)
        {
            Assert.True(values.IsNone);
        }
    }

    [Fact]
    public void Schema_Shorthands_UseTheCanonicalNamesAndKinds()
    {
        RecordMap<string> map = RecordMap.For<string>("s").GivenName(Same).FamilyName(Same).FullName(Same).Email(Same).Phone(Same).DateOfBirth(Same).Postcode(Same)
            .City(Same).StreetAddress(Same).StreetNumber(Same).Region(Same).Country(Same).NationalId(Same).CompanyName(Same).Gender(Same)
            .Category("tier", Same).Text("remark", Same).Attribute("shoe", new AttributeKind("shoe-size"), Same);

        Assert.Equal(
            [
                "given_name:given-name", "family_name:family-name", "full_name:full-name", "email:email", "phone:phone", "date_of_birth:date-of-birth", "postcode:postcode",
                "city:city", "street_address:street-address", "street_number:street-number", "region:region", "country:country", "national_id:national-id",
                "company_name:company-name", "gender:gender", "tier:category", "remark:text", "shoe:shoe-size",
            ],
            map.Schema.Attributes.Select(static attribute => $"{attribute.Name}:{attribute.Kind}"));
        Assert.All(map.Key(Same).ToRecord("v").Values.ToArray(), static values => Assert.Equal("v", values.First));

        static string? Same(string value) => value;
    }

    [Fact]
    public void ToRecord_KindTenantAndKeys_AreReadFromTheObject()
    {
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        RecordMap<Contact> map = Map.Kind(c => c.Id > 5 ? EntityKind.Organization : EntityKind.Person).Tenant(c => c.Id > 5 ? "b" : null);

        Assert.Equal(EntityKind.Organization, map.ToRecord(new Contact(9)).EntityKind);
        Assert.Equal("b", map.ToRecord(new Contact(9)).Tenant);
        Assert.Equal(string.Empty, map.ToRecord(new Contact(1)).Tenant);
        Assert.Equal(EntityKind.Household, map.Kind(EntityKind.Household).ToRecord(new Contact(1)).EntityKind);
        Assert.Equal("a", map.Tenant("a").ToRecord(new Contact(1)).Tenant);
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", map.Key(_ => id).ToRecord(new Contact(1)).Key.Id);
        Assert.Equal("k", map.Key(_ => "k").ToRecord(new Contact(1)).Key.Id);
    }

    [Fact]
    public void UpdatedAt_ZonelessTime_IsOfTheSourcesZone()
    {
        var east = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(8), null, null);
        RecordMap<DateTime?> map = RecordMap.For<DateTime?>("s").Key(_ => "1").UpdatedAt(time => time).Conventions(new SourceConventions { TimeZone = east });

        Assert.Equal(Noon, map.ToRecord(new DateTime(2024, 5, 1, 20, 0, 0)).ObservedAt);
        Assert.Equal(Noon, map.ToRecord(new DateTime(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc)).ObservedAt);
        Assert.Null(map.ToRecord(default(DateTime)).ObservedAt);
        Assert.Null(map.ToRecord(null).ObservedAt);
    }

    [Fact]
    public void DateOfBirth_DateTime_LosesItsTime() =>
        Assert.Equal("1990-04-02", RecordMap.For<DateTime>("s").Key(_ => "1").DateOfBirth(time => time).ToRecord(new DateTime(1990, 4, 2, 23, 0, 0))["date_of_birth"].First);

    [Fact]
    public void Methods_Called_LeaveTheMapAsItWas()
    {
        RecordMap<Contact> more = Map.City(_ => "x").Trust(3);

        Assert.Equal(-1, Map.Schema.IndexOf("city"));
        Assert.Equal(0, Map.From([]).TrustRank);
        Assert.Equal(3, more.From([]).TrustRank);
        Assert.Equal("crm", more.From([]).Name);
    }

    [Fact]
    public void Attribute_MappedTwice_SaysWhatToDo()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(static () => Map.Emails(c => [c.Email]));

        Assert.Contains("'email'", error.Message, StringComparison.Ordinal);
        Assert.Contains("several values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_WithoutKey_CannotBeUsed()
    {
        RecordMap<Contact> keyless = RecordMap.For<Contact>("crm").Email(c => c.Email);

        Assert.Contains("Call Key(...)", Assert.Throws<InvalidOperationException>(() => keyless.From([])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => keyless.ToRecord(new Contact(1)));
    }

    [Fact]
    public void ToRecord_NoKey_Throws() => Assert.Throws<ArgumentException>(static () => Map.Key(_ => " ").ToRecord(new Contact(1)));

    [Fact]
    public void Arguments_Unusable_Throw()
    {
        Assert.Throws<ArgumentException>(static () => RecordMap.For<Contact>(" "));
        Assert.Throws<ArgumentException>(static () => Map.Category("", c => c.Card));
        Assert.Throws<ArgumentException>(static () => Map.Identifier("", c => c.Card));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Map.Trust(-1));
        Assert.Throws<ArgumentNullException>(static () => Map.City(null!));
        Assert.Throws<ArgumentNullException>(static () => Map.Conventions(null!));
    }
}
