using System.Text;

namespace CustomerInsight.Sources.Tests;

public class CsvRecordSourceTests
{
    private static CsvRecordSource Source(string text, Action<CsvRecordOptions>? configure = null, Encoding? written = null)
    {
        var options = new CsvRecordOptions();
        configure?.Invoke(options);
        return new("crm", Streams.Of(text, written), options);
    }

    [Fact]
    public async Task ReadAsync_PlainRows_GivesRecordsWithCanonicalNames()
    {
        SourceRecord record = Assert.Single(await Source("Customer ID,First Name,surname,DOB,updated_at,wechat_unionid,shoe size\nc7, Ann ,\"Lee, Jr\",1980-01-02,2024-03-05 10:00,u-9,38\n").RecordsAsync());

        Assert.Equal(new RecordKey("crm", "c7"), record.Key);
        Assert.Equal("Ann", record["given_name"].First);
        Assert.Equal("Lee, Jr", record["family_name"].First);
        Assert.Equal("1980-01-02", record["date_of_birth"].First);
        Assert.Equal("38", record["shoe_size"].First);
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 10, 0, 0, TimeSpan.Zero), record.ObservedAt);
        Assert.Equal([new Identifier("wechat.unionid", "", "u-9")], record.Identifiers);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task ReadAsync_CommonDelimiter_IsDetected(string delimiter)
    {
        string text = "id,\"na,m;e|x\",city\n1,Ann,Bath\n".Replace(",", delimiter, StringComparison.Ordinal);

        SourceRecord record = Assert.Single(await Source(text).RecordsAsync());

        Assert.Equal(("1", "Bath"), (record.Key.Id, record["city"].First));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task ReadAsync_ByteOrderMark_TellsTheEncoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("编号,姓名,城市\n1,张伟😀,上海\n")];

        SourceRecord record = Assert.Single(await new CsvRecordSource("crm", Streams.Of(bytes)).RecordsAsync());

        Assert.Equal(("1", "张伟😀", "上海"), (record.Key.Id, record["full_name"].First, record["city"].First));
    }

    [Fact]
    public async Task ReadAsync_StatedEncoding_IsUsed()
    {
        SourceRecord record = Assert.Single(await Source("id,city\n1,Köln\n", options => options.Encoding = Encoding.Latin1, Encoding.Latin1).RecordsAsync());

        Assert.Equal("Köln", record["city"].First);
    }

    [Fact]
    public async Task ReadAsync_InvalidBytes_RejectsThatRowOnly()
    {
        byte[] bytes = [.. "id,city\n1,Bath\n2,K"u8, 0xF6, .. "ln\n3,\"Y"u8, 0xFF, .. "\nork\"\n4,Hull\n"u8];

        Assert.Equal("+1 -invalid-encoding@3 -invalid-encoding@4 +4", await new CsvRecordSource("crm", Streams.Of(bytes)).OutlineAsync());
    }

    [Fact]
    public async Task ReadAsync_HalfCharacterInUtf16_RejectsThatRowOnly()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("id,city\n1,B"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("ath\n2,Hull\n")];

        Assert.Equal("-invalid-encoding@2 +2", await new CsvRecordSource("crm", Streams.Of(bytes)).OutlineAsync());
    }

    [Fact]
    public async Task ReadAsync_Gzip_IsReadWhateverTheName()
    {
        byte[] packed = Streams.Gzip("id,city\n1,Bath\n2,Hull\n"u8.ToArray());

        Assert.Equal("+1 +2", await new CsvRecordSource("crm", Streams.Of(packed)).OutlineAsync());
    }

    [Fact]
    public async Task ReadAsync_DamagedGzip_ThrowsWithTheRemedy()
    {
        byte[] packed = Streams.Gzip(Encoding.ASCII.GetBytes("id,city\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i},{i * 7919L % 10007}\n"))));
        packed.AsSpan(packed.Length / 2, 64).Fill(0xFF);

        SourceFormatException thrown = await Assert.ThrowsAsync<SourceFormatException>(() => new CsvRecordSource("crm", Streams.Of(packed)).AllAsync());

        Assert.Equal(SourceFormatCodes.DamagedCompression, thrown.Code);
        Assert.Contains("Fetch the file again", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public async Task ReadAsync_GzipCutOff_ThrowsAfterTheRowsThatAreThere(double part)
    {
        byte[] packed = Streams.Gzip(Encoding.ASCII.GetBytes("id,city\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i},{i * 7919L % 10007}\n"))));

        SourceFormatException thrown = await Assert.ThrowsAsync<SourceFormatException>(() => new CsvRecordSource("crm", Streams.Of(packed[..(int)(packed.Length * part)])).AllAsync());

        Assert.Equal(SourceFormatCodes.DamagedCompression, thrown.Code);
    }

    [Fact]
    public async Task ReadAsync_GzipOfSeveralMembersOrPadded_IsReadWhole()
    {
        byte[] first = Streams.Gzip("id,city\n1,Bath\n"u8.ToArray());

        Assert.Equal("+1 +2", await new CsvRecordSource("crm", Streams.Of([.. first, .. Streams.Gzip("2,Hull\n"u8.ToArray())])).OutlineAsync());
        Assert.Equal("+1", await new CsvRecordSource("crm", Streams.Of([.. first, 0, 0, 0, 0, 0, 0])).OutlineAsync());
    }

    [Fact]
    public async Task ReadAsync_LineBreaksInQuotes_AreKeptAndCounted()
    {
        CsvRecordSource source = Source("id,address\r\n1,\"a\r\nb\n\"\"c\"\"\"\r\n\r\n,x\r\n3,y");

        List<RecordChange> changes = await source.AllAsync();

        Assert.Equal("a\r\nb\n\"c\"", changes[0].Record!["street_address"].First);
        Assert.Equal((RejectionCodes.MissingKey, 6L), (changes[1].Rejection!.Code, changes[1].Rejection!.Position));
        Assert.Equal("3", changes[2].Record!.Key.Id);
    }

    [Theory]
    [InlineData("id,name,city\n1,Ann,London\n2,\"Bob,Leeds\n3,Cid,York\n4,\"Dee\",Hull\n5,Eve,Bath\n", "+1 -malformed@3 +3 +4 +5")]
    [InlineData("id,name,city\n1,\"Ann,London\n2,Bob,Leeds\n3,Cid,York\n", "-malformed@2 +2 +3")]
    [InlineData("id,name,city\n1,Ann,\"Lon\"don\n2,Bob,Leeds\n", "-malformed@2 +2")]
    [InlineData("id,name,city\n1,Ann\n2,Bob,Leeds,UK\n3,Cid,York\n", "-field-count@2 -field-count@3 +3")]
    [InlineData("id,name,city\n1,\"Ann\n2,Bob,Leeds\n3,Cid\",York,UK\n4,Dee,Hull\n", "-field-count@2 +2 -field-count@4 +4")]
    [InlineData("id,name,city\n1,5\" tall,Hull\n", "+1")]
    [InlineData("id,name,city\n1,A\0n,Hull\n2,Bob,Bath\n", "-malformed@2 +2")]
    [InlineData("id,modified\n1,2024-02-30\n2,2024-02-29\n3,\n", "-invalid-value@2 +2 +3")]
    [InlineData("id,name\n17850.0,Ann\n1.5,Bob\n", "+17850 +1.5")]
    [InlineData("name,city\nAnn,Bath\n\nBob,York\n", "+2 +4")]
    [InlineData("id,name\n", "")]
    [InlineData("\n\n  \n", "")]
    [InlineData("", "")]
    public async Task ReadAsync_AnyRows_KeepsWhatIsGood(string text, string outline) => Assert.Equal(outline, await Source(text).OutlineAsync());

    [Fact]
    public async Task ReadAsync_FieldOverTheLimit_IsRejectedAlone()
    {
        string text = $"id,city\n1,{new string('x', 30)}\n2,{new string('ö', 20)}\n3,{new string('y', 5000)}\n4,Bath\n";

        Assert.Equal("-field-too-long@2 +2 -field-too-long@4 +4", await Source(text, options => options.MaxFieldLength = 20).OutlineAsync());
    }

    [Fact]
    public async Task ReadAsync_QuoteThatNeverClosesInALargeFile_LosesOneRow()
    {
        var text = new StringBuilder("id,name,city\n");
        for (int i = 1; i <= 60_000; i++)
        {
            text.Append(i).Append(i == 1000 ? ",\"Ann,Bath\n" : ",Ann,Bath\n");
        }

        List<RecordChange> changes = await Source(text.ToString(), options => options.MaxFieldLength = 4096).AllAsync();

        RowRejection rejection = Assert.Single(changes, static change => change.Rejection is not null).Rejection!;
        Assert.Equal((1001L, RejectionCodes.Malformed), (rejection.Position, rejection.Code));
        Assert.Equal(60_000, changes.Count);
    }

    [Fact]
    public async Task ReadAsync_RejectedRow_QuotesNoValue()
    {
        List<RecordChange> changes = await Source("id,name,modified\n1,\"Secret\"Name,x\n2,SecretName\n3,a,SecretName\n,SecretName,\n").AllAsync();

        Assert.Equal(4, changes.Count);
        Assert.All(changes, static change => Assert.DoesNotContain("Secret", change.Rejection!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_AfterAnyCursor_GivesTheRest()
    {
        CsvRecordSource source = Source("id,name,city\r\n1,\"A\r\nB\",C\r\n2,\"Bob,Leeds\r\n3,Cid,York\r\n\r\n4,\"D\",Hull\r\n5,x\r\n");
        List<RecordChange> all = await source.AllAsync();

        for (int i = 0; i < all.Count; i++)
        {
            Assert.Equal(all[(i + 1)..], await source.AllAsync(all[i].Cursor));
        }

        Assert.Equal(5, all.Count);
    }

    [Fact]
    public async Task ReadAsync_ForeignCursor_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Source("id,name\n1,Ann\n").AllAsync(new SourceCursor("page-2")));

    [Theory]
    [InlineData("foo\n1\n2\n", SourceFormatCodes.OneUnknownColumn, "Delimiter")]
    [InlineData("PK\u0003\u0004\0\0abc,d\n1,2\n", SourceFormatCodes.NotText, "Export a workbook")]
    [InlineData("id,\"name\n1,Ann\n", SourceFormatCodes.HeaderUnreadable, "quote")]
    public async Task ReadAsync_UnreadableFile_SaysWhatToDo(string text, string code, string remedy)
    {
        SourceFormatException thrown = await Assert.ThrowsAsync<SourceFormatException>(() => Source(text).AllAsync());

        Assert.Equal(code, thrown.Code);
        Assert.Contains(remedy, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ColumnOfTheOptionsNotThere_Throws()
    {
        CsvRecordSource source = Source("id,name\n1,Ann\n", options => options.Columns.Key("customer-nr"));

        Assert.Equal(SourceFormatCodes.ColumnNotFound, (await Assert.ThrowsAsync<SourceFormatException>(() => source.AllAsync())).Code);
    }

    [Fact]
    public async Task ReadAsync_NoSuchFile_ThrowsThatOfTheFramework() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => new CsvRecordSource("/no-such-file.csv").AllAsync());

    [Fact]
    public async Task ReadAsync_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        int read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (RecordChange _ in Source("id,name\n1,a\n2,b\n3,c\n").ReadAsync(SourceCursor.Start, stop.Token))
            {
                read++;
                await stop.CancelAsync();
            }
        });

        Assert.Equal(1, read);
    }

    [Fact]
    public async Task ReadAsync_OptionsForTheSource_ReachEveryRecord()
    {
        CsvRecordSource source = Source("id,name\n1,Acme\n", options =>
        {
            (options.Name, options.Tenant, options.EntityKind, options.TrustRank) = ("erp", "t1", EntityKind.Organization, 2);
            options.Columns.Attribute("name", AttributeKind.CompanyName);
        });

        SourceRecord record = Assert.Single(await source.RecordsAsync());

        Assert.Equal(("erp", "t1", EntityKind.Organization), (record.Key.Source, record.Tenant, record.EntityKind));
        Assert.Equal("Acme", record["company_name"].First);
        Assert.Equal(("erp", 2), (source.Name, source.TrustRank));
    }

    [Fact]
    public async Task ReadAsync_RepeatedValues_AreOneString()
    {
        List<SourceRecord> records = await Source("id,city\n1,London\n2,London\n").RecordsAsync();

        Assert.Same(records[0]["city"].First, records[1]["city"].First);
    }

    [Theory]
    [InlineData("data/a.csv.gz", "a")]
    [InlineData("a.csv", "a")]
    [InlineData(".hidden.csv", ".hidden")]
    [InlineData("plain", "plain")]
    public void Name_ByDefault_IsTheFileName(string path, string name) => Assert.Equal(name, new CsvRecordSource(path).Name);

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('，')]
    public void New_DelimiterThatCannotBe_Throws(char delimiter) =>
        Assert.Throws<ArgumentException>(() => new CsvRecordSource("a.csv", new CsvRecordOptions { Delimiter = delimiter }));

    [Fact]
    public void New_LimitOutOfRange_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvRecordSource("a.csv", new CsvRecordOptions { MaxFieldLength = 15 }));
}
