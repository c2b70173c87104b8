using static CustomerInsight.EndToEnd.Tests.PeopleFiles;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>Options and paths as users mistake them.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _people;

    public CommandLineTests() => _people = _folder.Write("people.csv", Header + Rows(30));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--recrods people.csv", "--recrods is no option")]
    [InlineData("people.csv", "needs --records")]
    [InlineData("--records", "--records takes one file or more; it got 0")]
    [InlineData("--truth truth.csv", "--truth needs --records")]
    [InlineData("--truth a b", "--truth takes one value; it got 2")]
    [InlineData("--records people.csv --currency pounds", "three capital letters, such as GBP")]
    [InlineData("--records people.csv --currency", "three capital letters, such as GBP")]
    [InlineData("--count -5", "--count takes a whole number from 1")]
    [InlineData("--seed x", "--seed takes a whole number")]
    public async Task Options_Mistaken_AreRefusedWithTheUsage(string line, string message) =>
        (await Outcome.RunAsync(_folder, line.Split(' '))).IsRefused(2, message, "Usage:");

    [Theory]
    [InlineData("--records")]
    [InlineData("--out")]
    public async Task Options_BlankValue_IsRefused(string option) => (await Outcome.RunAsync(_folder, option, " ")).IsRefused(2, $"{option} got a blank value");

    [Fact]
    public async Task Help_PrintsTheUsage()
    {
        Outcome outcome = await Outcome.RunAsync(_folder, "--help");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("--activities FILE...", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_MissingFile_IsRefusedWithItsName() => (await Outcome.RunAsync(_folder, "--records", _folder["nobody.csv"])).IsRefused(1, "nobody.csv");

    [Fact]
    public async Task Records_Folder_IsRefused() => (await Outcome.RunAsync(_folder, "--records", _folder["."])).IsRefused(1, "is a folder. Name a file.");

    [Fact]
    public async Task Out_ExistingFile_IsRefusedBeforeAnyWork()
    {
        Outcome outcome = await Outcome.RunAsync(_folder, "--records", _people, "--out", _people);

        outcome.IsRefused(1, "The results cannot be written to", "people.csv");
        Assert.Empty(outcome.Screen);
        Assert.Equal(Header + Rows(30), File.ReadAllText(_people));
    }

    [Fact]
    public async Task Out_BelowAFile_IsRefusedBeforeAnyWork()
    {
        Outcome outcome = await Outcome.RunAsync(_folder, "--records", _people, "--out", Path.Combine(_people, "below"));

        outcome.IsRefused(1, "The results cannot be written to");
        Assert.Empty(outcome.Screen);
    }

    [Fact]
    public async Task Out_NewFolders_AreMadeAndHoldNothingElse()
    {
        string target = _folder["new/deep"];

        Assert.Equal(0, (await Outcome.RunAsync(_folder, "--records", _people, "--out", target)).Code);
        Assert.Equal(["customers.csv", "links.csv", "profiles.csv"], Directory.EnumerateFiles(target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Activities_NoCustomerColumn_IsRefusedBeforeAnyWork()
    {
        Outcome outcome = await Outcome.RunAsync(_folder, "--records", _people, "--activities", _folder.Write("orders.csv", "nr,when,amount\n1,2024-01-01,3\n"));

        outcome.IsRefused(1, "orders.csv", "CI4005", "customer");
        Assert.Empty(outcome.Screen);
    }

    [Fact]
    public async Task Truth_OfSomeRecords_MeasuresThose()
    {
        string truth = _folder.Write("truth.csv", "record_id,cluster_id\n" + string.Concat(Enumerable.Range(0, 10).Select(static i => $"{i},c{i}\n")));
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", _people, "--truth", truth)).IsClean();

        Assert.Contains("against the truth of 10 records (20 records are not in it)", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Truth_OfOtherRecords_ClaimsNoQuality()
    {
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", _people, "--truth", _folder.Write("truth.csv", "record_id,cluster_id\nzzz,1\n"))).IsClean();

        Assert.Contains("The truth names none of the records", outcome.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("F1", outcome.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("record_id\n1\n", "truth.csv")]
    [InlineData("", "truth.csv")]
    public async Task Truth_WithoutClusters_IsRefused(string text, string word) =>
        (await Outcome.RunAsync(_folder, "--records", _people, "--truth", _folder.Write("truth.csv", text))).IsRefused(1, word, "no column beside the key");

    [Fact]
    public async Task Records_SameFileTwice_AreTwoSources()
    {
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", _people, _people)).IsClean();

        Assert.Contains("people: 30 rows read", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("people#2: 30 rows read", outcome.Screen, StringComparison.Ordinal);
        Assert.Equal(30, outcome.ProfileRows().Count);
        Assert.All(outcome.ProfileRows(), static row => Assert.Equal("2", row[2]));
    }

    [Fact]
    public async Task Records_SameNameInTwoFolders_AreNamedByTheFolder()
    {
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", _folder.Write("north/p.csv", Header + Rows(20)), _folder.Write("south/p.csv", Header + Rows(20, 10)))).IsClean();

        Assert.Contains("north/p: 20 rows read", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("south/p: 20 rows read", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("north/p:10|south/p:10", outcome.Profiles, StringComparison.Ordinal);
        Assert.Equal(30, outcome.ProfileRows().Count);
    }

    [Fact]
    public async Task Run_Cancelled_SaysSoAndWritesNothing()
    {
        var error = new StringWriter();
        int code = await Quickstart.QuickstartProgram.RunAsync(["--records", _people, "--out", _folder["results"]], TextWriter.Null, error, new CancellationToken(canceled: true));

        Assert.Equal(130, code);
        Assert.Contains("nothing was written", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder["results"]));
    }
}
