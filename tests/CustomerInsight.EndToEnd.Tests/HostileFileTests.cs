using System.IO.Compression;
using System.Text;
using static CustomerInsight.EndToEnd.Tests.PeopleFiles;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>Files as users and attackers bring them: a clean result or a clear refusal, never a crash.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData(Header)]
    public async Task NoRows_GivesThreeFilesOfHeadersAndOneLineForEachModel(string text)
    {
        Outcome outcome = (await RunAsync(text)).IsClean();

        Assert.Contains("people: 0 rows read, 0 records kept", outcome.Screen, StringComparison.Ordinal);
        Assert.Single(outcome.Screen.Split('\n'), static line => line.StartsWith("rfm:", StringComparison.Ordinal));
        Assert.Contains("rfm: 0 customers with purchases, so RFM was not fitted", outcome.Screen, StringComparison.Ordinal);
        Assert.Empty(outcome.ProfileRows());
        Assert.Empty(outcome.LinkRows());
        Assert.Empty(outcome.CustomerRows());
    }

    [Fact]
    public async Task OneRecord_IsOneCustomer()
    {
        Outcome outcome = (await RunAsync(Header + Rows(1))).IsClean();

        Assert.Contains("1 row read, 1 record kept", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("1 record is 1 customer,", outcome.Screen, StringComparison.Ordinal);
        Assert.Single(outcome.ProfileRows());
    }

    [Fact]
    public async Task AllColumnsMissing_LeavesEveryRecordItsOwnCustomer()
    {
        Outcome outcome = (await RunAsync(Header + string.Concat(Enumerable.Range(0, 50).Select(static i => $"{i},,,,,,\n")))).IsClean();

        Assert.Equal(50, outcome.ProfileRows().Count);
        Assert.Empty(outcome.LinkRows());
    }

    [Fact]
    public async Task UnknownDelimiter_IsRefusedWithTheFilesName() =>
        (await RunAsync((Header + Rows(20)).Replace(',', '#'))).IsRefused(1, "people.csv", "CI4002", "delimiter");

    [Fact]
    public async Task LongField_CostsItsRowOnly()
    {
        Outcome outcome = (await RunAsync(Header + Rows(20) + $"99,{new string('x', 1_000_000)},b,c,d,e,f\n" + Rows(5, 30))).IsClean();

        Assert.Equal(25, outcome.ProfileRows().Count);
        Assert.Contains("1 quarantined as field-too-long", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesThatAreNoUtf8_CostTheirRowOnly()
    {
        Outcome outcome = (await RunAsync([.. Bytes(Header + Rows(20)), .. Bytes("98,Jos"), 0xE9, .. Bytes(","), 0xFF, 0xFE, .. Bytes(",,,,\n"), .. Bytes(Rows(5, 50))])).IsClean();

        Assert.Equal(25, outcome.ProfileRows().Count);
        Assert.Contains("1 quarantined as invalid-encoding; first at row 22", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NulCharacter_CostsItsRowOnly() =>
        Assert.Equal(5, (await RunAsync(Header + Rows(5) + "55,An\0na,S,a@b.example,,,\n")).IsClean().ProfileRows().Count);

    [Fact]
    public async Task RepeatedAndDifferingKeys_AreCountedApart()
    {
        Outcome outcome = (await RunAsync(Header + Rows(20) + Rows(20) + Row("5", 7))).IsClean();

        Assert.Contains("41 rows read, 20 records kept", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("20 repeated an earlier row word for word", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("1 gave way to another version under the same key", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneKeyForAllRows_KeepsOneRecord()
    {
        Outcome outcome = (await RunAsync(Header + string.Concat(Enumerable.Range(0, 30_000).Select(static i => Row("7", i))))).IsClean();

        Assert.Single(outcome.ProfileRows());
    }

    [Fact]
    public async Task IdenticalRecords_AreOneCustomer()
    {
        Outcome outcome = (await RunAsync(Header + string.Concat(Enumerable.Range(0, 10_000).Select(static i => Row($"{i}", 1))))).IsClean();

        Assert.Single(outcome.CustomerRows());
        Assert.Equal("10000", Assert.Single(outcome.ProfileRows())[2]);
        Assert.Equal(9_999, outcome.LinkRows().Count);
        Assert.Contains("0 pairs compared", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsWithTooFewOrTooManyFields_AreQuarantined()
    {
        Outcome outcome = (await RunAsync(Header + Rows(5) + "77,a\n78,a,b,c,d,e,f,g,h\n" + Rows(5, 10))).IsClean();

        Assert.Equal(10, outcome.ProfileRows().Count);
        Assert.Contains("2 quarantined as field-count; first at row 7", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnclosedQuote_CostsItsRowOnly()
    {
        Outcome outcome = (await RunAsync(Header + Rows(5) + "66,\"Zaphodia,Quimbleton,x,1,2,3\n" + Rows(300, 10))).IsClean();

        Assert.Equal(305, outcome.ProfileRows().Count);
        Assert.Contains("1 quarantined as malformed; first at row 7", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_IsRefused() =>
        (await RunAsync([0x50, 0x4B, 3, 4, .. new byte[2_000]])).IsRefused(1, "people.csv", "CI4001", "Export a workbook");

    [Fact]
    public async Task NoiseOfBytes_EndsInOrder()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var random = new SeededRandom(seed);
            byte[] noise = new byte[4_000];
            for (int i = 0; i < noise.Length; i++)
            {
                noise[i] = (byte)random.Next(256);
            }

            Outcome outcome = await RunAsync(noise);
            Assert.InRange(outcome.Code, 0, 1);
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task ByteOrderMark_TellsTheEncoding(string encoding)
    {
        Encoding wide = Encoding.GetEncoding(encoding);
        Outcome outcome = await RunAsync([.. wide.GetPreamble(), .. wide.GetBytes(Header + Rows(20).Replace("Hushville", "Zürich", StringComparison.Ordinal))]);

        if (encoding == "utf-32" && outcome.Code == 1)
        {
            outcome.IsRefused(1, "people.csv");
            return;
        }

        Assert.Equal(20, outcome.IsClean().ProfileRows().Count);
        Assert.Contains("Zürich", outcome.Profiles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MixedLineBreaks_AreAllLineBreaks() =>
        Assert.Equal(20, (await RunAsync((Header + Rows(10)).Replace("\n", "\r\n", StringComparison.Ordinal) + Rows(10, 10))).IsClean().ProfileRows().Count);

    [Fact]
    public async Task LongHeader_IsRefused() =>
        (await RunAsync($"id,{new string('z', 200_000)}\n1,2\n")).IsRefused(1, "people.csv", "CI4003", "Field 2 has more than 65536 characters");

    [Fact]
    public async Task ThreeHundredColumns_AreRead()
    {
        string header = "id,email," + string.Join(',', Enumerable.Range(0, 298).Select(static i => $"c{i}"));
        Outcome outcome = (await RunAsync(header + "\n" + string.Concat(Enumerable.Range(0, 30).Select(static i => $"{i},secretmail{i}@x.example,{string.Join(',', Enumerable.Range(0, 298).Select(column => $"v{i}.{column}"))}\n")))).IsClean();

        Assert.Equal(30, outcome.ProfileRows().Count);
        Assert.Contains("v29.297", outcome.Profiles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameColumnNameTwice_KeepsBothColumns()
    {
        Outcome outcome = (await RunAsync("id,email,email,name\n1,one@x.example,two@x.example,Ann Lee\n")).IsClean();

        Assert.Contains("one@x.example", outcome.Profiles, StringComparison.Ordinal);
        Assert.Contains("two@x.example", outcome.Profiles, StringComparison.Ordinal);
        Assert.Contains("email,email_from,email_2,email_2_from", outcome.Profiles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoHeader_AsksForOneAndShowsNoNames()
    {
        Outcome outcome = (await RunAsync(Rows(20))).IsClean();

        string columns = outcome.Screen[..outcome.Screen.IndexOf("== Read", StringComparison.Ordinal)];
        Assert.Contains("does the source have a header?", columns, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, columns, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task JsonLines_AreReadAndBrokenLinesQuarantined()
    {
        string lines = string.Concat(Enumerable.Range(0, 20).Select(static i => $$"""{"id":{{i}},"first_name":"Ann","email":"secretmail{{i}}@x.example"}{{"\n"}}""")) + "not json\n[1]\n";
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", _folder.Write("people.jsonl", lines))).IsClean();

        Assert.Equal(20, outcome.ProfileRows().Count);
        Assert.Contains("2 quarantined as malformed", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gzip_IsUnpackedAndACutOneRefused()
    {
        byte[] packed = Gzip(Header + Rows(500));

        Assert.Equal(500, (await Outcome.RunAsync(_folder, "--records", _folder.Write("people.csv.gz", packed))).IsClean().CustomerRows().Count);
        (await Outcome.RunAsync(_folder, "--records", _folder.Write("cut.csv.gz", packed[..^100]))).IsRefused(1, "CI4006", "Fetch the file again");
    }

    /// <summary>Mutated files: whatever happens to the bytes, the program ends in order and its messages hold nobody's data.</summary>
    [Fact]
    public async Task DamagedFiles_EndInOrderWithoutAnyonesDataInMessages()
    {
        byte[] good = Bytes(Header + Rows(40));
        for (ulong seed = 1; seed <= 40; seed++)
        {
            Outcome outcome = await RunAsync(Damage(good, new SeededRandom(seed)));
            Assert.True(outcome.Code is 0 or 1, $"seed {seed}: exit code {outcome.Code}");
            if (outcome.Code == 0)
            {
                outcome.IsClean();
            }

            string messages = outcome.Error + string.Concat(outcome.Screen.Split('\n').SkipWhile(static line => !line.StartsWith("== Read", StringComparison.Ordinal)).TakeWhile(static line => !line.StartsWith("== Unified", StringComparison.Ordinal)));
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret, messages, StringComparison.Ordinal));
        }
    }

    private static byte[] Damage(byte[] good, SeededRandom random)
    {
        List<byte> bytes = [.. good];
        byte[] nasty = [0, (byte)'"', (byte)',', (byte)'\n', (byte)'\r', 0xFF, 0xC3, (byte)';', (byte)'\t', 0x1F];
        for (int change = 1 + random.Next(30); change > 0; change--)
        {
            // Half of them in the header, where damage does most.
            int at = random.Next(random.Next(2) == 0 ? Header.Length : bytes.Count);
            switch (random.Next(3))
            {
                case 0:
                    bytes[at] = nasty[random.Next(nasty.Length)];
                    break;
                case 1:
                    bytes.Insert(at, nasty[random.Next(nasty.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(1 + random.Next(10), bytes.Count - at));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Bytes(text));
        }

        return packed.ToArray();
    }

    private Task<Outcome> RunAsync(string text) => RunAsync(Bytes(text));

    private Task<Outcome> RunAsync(byte[] bytes) => Outcome.RunAsync(_folder, "--records", _folder.Write("people.csv", bytes));
}
