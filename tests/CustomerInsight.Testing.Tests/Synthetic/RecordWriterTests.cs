namespace CustomerInsight.Testing.Tests;

public class RecordWriterTests
{
    private static readonly DateTimeOffset Day = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Person William = new()
    {
        Household = 0,
        IsChinese = false,
        IsWoman = false,
        Born = new DateOnly(1961, 4, 12),
        GivenName = "William",
        FamilyName = "Hughes",
        Nickname = "Bill",
        Home = HomeOf(new Address("7 Mill Lane", "Leeds", "LS2 9JT"), "1132345678"),
        Mobile = "7911123456",
        EarlierMobile = "7800000000",
        NewMobileAt = Day.AddDays(-30),
        Emails = ["bill.hughes@gmail.example", "hughes61@work.example"],
    };

    private static readonly Person Xiaoming = new()
    {
        Household = 1,
        IsChinese = true,
        IsWoman = true,
        Born = new DateOnly(1990, 1, 31),
        GivenName = "晓明",
        FamilyName = "欧阳",
        FamilyNameFirst = true,
        Home = HomeOf(new Address("中山路1号", "上海", "200001"), null),
        Mobile = "13912345678",
        NewMobileAt = Day,
        Emails = ["1234567@qq.example"],
        UnionId = "oUnion",
    };

    [Fact]
    public void Write_NoErrors_WritesWhatIsTrueInSomeOfItsForms()
    {
        SourceRecord[] records = Write(William, SyntheticSource.Crm, errors: 0, missing: 0);

        Assert.Equal(["Bill", "William"], Seen(records, "given_name"));
        Assert.Equal(["Hughes"], Seen(records, "family_name"));
        Assert.Equal(["M"], Seen(records, "gender"));
        Assert.Equal(["1961-04-12"], Seen(records, "date_of_birth"));
        Assert.Equal(["+44 1132 345678", "+44 7911 123456"], Seen(records, "phone"));
        Assert.Equal(["7 Mill Lane", "7 Mill Ln"], Seen(records, "street_address"));
        Assert.Equal(["LS2 9JT", "LS29JT"], Seen(records, "postcode"));
        Assert.Equal(["bill.hughes@gmail.example", "hughes61@work.example"], Seen(records, "email"));
        Assert.Contains(records, static record => record["email"].Count == 2);
        Assert.Contains(records, static record => record["phone"].Count == 2);
        Assert.All(records, static record => Assert.Equal(Day, record.ObservedAt));
    }

    [Fact]
    public void Write_BeforeTheNewNumber_HasTheOldOne() =>
        Assert.Equal(["+44 1132 345678", "+44 7800 000000"], Seen(Write(William, SyntheticSource.Crm, 0, 0, Day.AddDays(-31)), "phone"));

    [Fact]
    public void Write_Errors_SwapsNamesShortensAndMistypes()
    {
        SourceRecord[] records = Write(William, SyntheticSource.Crm, errors: 3, missing: 0);

        Assert.Contains("Hughes", Seen(records, "given_name"));
        Assert.Contains("William", Seen(records, "family_name"));
        Assert.Contains("W", Seen(records, "given_name"));
        Assert.Contains("F", Seen(records, "gender"));
        Assert.Contains("1961-12-04", Seen(records, "date_of_birth"));
        Assert.True(Seen(records, "family_name").Length > 10);
        Assert.True(Seen(records, "street_address").Length > 10);
        Assert.True(Seen(records, "phone").Length > 10);
    }

    [Fact]
    public void Write_AlwaysMissing_KeepsANameOnly() => Assert.All(
        Write(William, SyntheticSource.Crm with { MissingRate = 1 }, 0, missing: 10),
        static record => Assert.Equal("Hughes", Assert.Single(record.Values.ToArray(), static values => !values.IsNone).First));

    [Fact]
    public void Write_ChineseInCharacters_HasTheFamilyNameFirst() =>
        Assert.Equal(["欧阳晓明"], Seen(Write(Xiaoming, SyntheticSource.Shop with { RomanizedShare = 0 }, 0, 0), "full_name"));

    [Fact]
    public void Write_ChineseInLatinLetters_HasTheFormsOfPinyin()
    {
        SourceRecord[] records = Write(Xiaoming, SyntheticSource.Loyalty, 0, 0);

        Assert.Equal(["XIAO MING", "XIAO-MING", "XIAOMING"], Seen(records, "given_name"));
        Assert.Equal(["OUYANG"], Seen(records, "family_name"));
        Assert.Equal(["01/31/1990"], Seen(records, "date_of_birth"));
        Assert.Equal(["Ouyang Xiao Ming", "Ouyang Xiao-Ming", "Ouyang Xiaoming"], Seen(Write(Xiaoming, SyntheticSource.Shop with { RomanizedShare = 1 }, 0, 0), "full_name"));
    }

    [Fact]
    public void Write_WeChatUser_ClaimsOpenIdAndMostlyUnionId()
    {
        SourceRecord[] records = Write(Xiaoming, SyntheticSource.Shop, 0, 0);

        Assert.Equal(0.3, records.Count(static record => record.Identifiers.Count == 0) / (double)records.Length, 0.06);
        Assert.Equal(0.56, records.Count(static record => record.Identifiers.Count == 2) / (double)records.Length, 0.06);
        Assert.All(Write(Xiaoming, SyntheticSource.Crm, 0, 0), static record => Assert.Empty(record.Identifiers));
        Assert.All(Write(William, SyntheticSource.Shop, 0, 0), static record => Assert.Empty(record.Identifiers));
    }

    private static SourceRecord[] Write(Person person, SyntheticSource source, double errors, double missing, DateTimeOffset? at = null)
    {
        var writer = new RecordWriter(source, new SyntheticOptions { ErrorRate = errors, MissingRate = missing }, new SeededRandom(8));
        return [.. Enumerable.Range(0, 1_500).Select(i => writer.Write(person, Digits.Text(i), at ?? Day))];
    }

    private static string[] Seen(SourceRecord[] records, string attribute) =>
        [.. records.SelectMany(record => record[attribute]).Distinct().Order(StringComparer.Ordinal)];

    private static Home HomeOf(Address address, string? landline) => new(address, address, address, address, DateTimeOffset.MinValue, landline);
}
