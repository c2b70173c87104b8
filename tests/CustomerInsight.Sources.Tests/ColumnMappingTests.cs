namespace CustomerInsight.Sources.Tests;

public class ColumnMappingTests
{
    private static async Task<ColumnMapping> Map(string header, Action<RecordColumns>? configure = null)
    {
        var options = new CsvRecordOptions { Delimiter = ',' };
        configure?.Invoke(options.Columns);
        return await new CsvRecordSource("crm", Streams.Of(header + "\n"), options).ReadMappingAsync();
    }

    [Theory]
    [InlineData("first_name", "given-name")]
    [InlineData("FirstName", "given-name")]
    [InlineData("FORENAME", "given-name")]
    [InlineData("surname", "family-name")]
    [InlineData("customer name", "full-name")]
    [InlineData("PRIMARY_NAME_LAST", "family-name")]
    [InlineData("dob", "date-of-birth")]
    [InlineData("E-Mail", "email")]
    [InlineData("emailAddress2", "email")]
    [InlineData("home-phone", "phone")]
    [InlineData("Mobile", "phone")]
    [InlineData("postcode_fake", "postcode")]
    [InlineData("billing.zip", "postcode")]
    [InlineData("suburb", "city")]
    [InlineData("county", "region")]
    [InlineData("country", "country")]
    [InlineData("address_2", "street-address")]
    [InlineData("ADDR_LINE1", "street-address")]
    [InlineData("house number", "street-number")]
    [InlineData("soc_sec_id", "national-id")]
    [InlineData("sex", "gender")]
    [InlineData("Organisation", "company-name")]
    [InlineData("birth_place", "category")]
    [InlineData("姓名", "full-name")]
    [InlineData("手机", "phone")]
    [InlineData("身份证号", "national-id")]
    [InlineData("age", "text")]
    [InlineData("passport_country", "text")]
    [InlineData("product_name", "text")]
    [InlineData("email_opt_in", "text")]
    public async Task Kind_OfAName_IsGuessed(string column, string kind) =>
        Assert.Equal(new AttributeKind(kind), (await Map("id," + column)).Columns[1].Attribute!.Kind);

    [Theory]
    [InlineData("record_id,customer_id,name", 0)]
    [InlineData("customer_id,record_id,name", 1)]
    [InlineData("name,编号", 1)]
    [InlineData("name,email", -1)]
    public async Task Key_AmongColumns_IsTheBestKnownName(string header, int key)
    {
        ColumnMapping mapping = await Map(header);

        Assert.Equal(key, mapping.Columns.ToList().FindIndex(static column => column.Role == ColumnRole.Key));
        Assert.Equal(key < 0, mapping.IsKeyedByPosition);
    }

    [Theory]
    [InlineData("id,full_name,first_and_surname", "full_name first_and_surname")]
    [InlineData("id,surname", "family_name")]
    [InlineData("id,address_1,address_2", "address_1 address_2")]
    [InlineData("id,occupation", "occupation")]
    [InlineData("id,foo,Foo,FOO_2", "foo foo_2 foo_2_2")]
    [InlineData("id,,%", "column_2 column_3")]
    [InlineData("id,Shoe Size,loyaltyTier", "shoe_size loyalty_tier")]
    public async Task Names_OfAttributes_AreUniqueAndCanonical(string header, string names) =>
        Assert.Equal(names.Split(' '), (await Map(header)).Schema.Attributes.Select(static attribute => attribute.Name));

    [Fact]
    public async Task Describe_AnyHeader_SaysWhatBecomesOfEachColumn() => Assert.Equal(
        "id -> key; first_name -> given_name (given-name); foo -> kept as text; openid -> identifier wechat.openid in crm; secret -> ignored; upd -> observed at",
        (await Map("id,first_name,foo,openid,secret,upd", static columns => columns.Ignore("Secret").ObservedAt("upd"))).Describe());

    [Fact]
    public async Task Describe_ValuesInsteadOfNames_HidesThem()
    {
        string text = (await Map("17,Ann,ann@example.org,1980-01-02,07700900123")).Describe();

        Assert.StartsWith("column 1 -> kept as text; column 2 -> ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("does the source have a header?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_EmptyFile_SaysSo() =>
        Assert.Equal("The source is empty: no header and no rows.", (await Map("")).Describe());

    [Fact]
    public async Task Map_NamedColumns_OverruleTheGuess()
    {
        ColumnMapping mapping = await Map("id,nr,x,name", static columns => columns
            .Key("nr").Identifier("x", "loyalty-card", "eu").Attribute("name", AttributeKind.CompanyName, "trade_name"));

        Assert.Equal([ColumnRole.Attribute, ColumnRole.Key, ColumnRole.Identifier, ColumnRole.Attribute], mapping.Columns.Select(static column => column.Role));
        Assert.Equal(("loyalty-card", "eu"), (mapping.Columns[2].IdentifierType, mapping.Columns[2].IdentifierScope));
        Assert.Equal(new AttributeDefinition("trade_name", AttributeKind.CompanyName), mapping.Columns[3].Attribute);
    }

    [Fact]
    public void Columns_MeaningGivenTwice_Throws() =>
        Assert.Throws<ArgumentException>(static () => new RecordColumns().Key("Customer ID").Ignore("customer_id"));

    [Fact]
    public void Columns_BlankName_Throws() => Assert.Throws<ArgumentException>(static () => new ActivityColumns().Time(" "));

    [Fact]
    public async Task Map_TooManyColumns_Throws() => Assert.Equal(
        SourceFormatCodes.TooManyColumns,
        (await Assert.ThrowsAsync<SourceFormatException>(static () => Map(string.Join(',', Enumerable.Range(0, 5000).Select(static i => $"c{i}"))))).Code);

    [Fact]
    public void Map_AnyNames_NeverFailsAndNamesAreUnique() => Prop.ForAll(
        Gen.Elements("first_name", "surname", "email", "e-mail", "E_MAIL", "", " ", "%", "id", "address1", "phone", "phone_2", "x", "X", "x_2", "given_name", "column_2").ArrayOf().ToArbitrary(),
        static names =>
        {
            var mapper = new RecordMapper("crm", new ColumnTargets());
            mapper.Map(names);
            foreach (string name in names)
            {
                mapper.Extend(name);
            }

            return mapper.Columns.Count == 2 * names.Length
                && mapper.Schema.Attributes.Count == mapper.Columns.Count(static column => column.Role == ColumnRole.Attribute);
        }).Check(Quick.Tests(500));
}
