using System.Globalization;
using System.Text.Json;
using CustomerInsight.Benchmarks;
using CustomerInsight.Matching;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The command that measures matching on any data set.</summary>
public sealed class MatchCommandTests : IDisposable
{
    private static readonly string[] Measures =
    [
        "records", "pairs", "truePairs", "blockingRecall", "f1EdgeBest", "f1Cluster", "bCubed", "precisionCluster", "recallCluster", "largestCluster", "threshold", "seconds", "peakMegabytes",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedFact]
    public async Task Match_KnownTruth_WritesExactlyTheMeasures()
    {
        string records = RealDataTests.Records("splink_fake_1000");
        string truth = RealDataTests.Truth("splink_fake_1000");

        string screen = await RunAsync("--records", records, "--truth", truth, "--threads", "1", "--out", _folder["results"], "--json", _folder["measures.json"]);

        using var json = JsonDocument.Parse(File.ReadAllText(_folder["measures.json"]));
        JsonElement root = json.RootElement;
        Assert.Equal(Measures, root.EnumerateObject().Select(static measure => measure.Name));
        Assert.Equal(1_000, root.GetProperty("records").GetInt32());
        Assert.Equal(2_031, root.GetProperty("truePairs").GetInt64());
        Assert.Equal(ClusterQuality(truth), root.GetProperty("f1Cluster").GetDouble(), 1e-12);
        Assert.InRange(root.GetProperty("f1EdgeBest").GetDouble(), 0.85, 1);
        Assert.InRange(root.GetProperty("blockingRecall").GetDouble(), 0.8, 1);
        Assert.InRange(root.GetProperty("peakMegabytes").GetDouble(), 10, 10_000);
        string[] steps = [.. root.GetProperty("seconds").EnumerateObject().Select(static step => step.Name)];
        Assert.Equal("total", steps[0]);
        Assert.All(["read", "standardize", "train", "block", "score", "cluster", "write"], step => Assert.Contains(step, steps));
        Assert.InRange(root.GetProperty("seconds").EnumerateObject().Skip(1).Sum(static step => step.Value.GetDouble()), 0, root.GetProperty("seconds").GetProperty("total").GetDouble());
        Assert.All(Measures.Where(static name => name != "seconds"), name => Assert.Contains($"{name} ", screen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Match_WithoutTruth_LeavesWhatNeedsItUnknown()
    {
        string records = _folder.Write("people.csv", "record_id,born,first_name,note\n" + string.Concat(Enumerable.Range(0, 60).Select(static i => string.Create(CultureInfo.InvariantCulture, $"r{i},19{40 + (i / 2)}-03-{1 + (i / 4):D2},Name{i / 2},n{i}\n"))));

        await RunAsync("--records", records, "--map", "born=date-of-birth", "--withhold", "note", "--json", _folder["measures.json"]);

        using var json = JsonDocument.Parse(File.ReadAllText(_folder["measures.json"]));
        Assert.Equal(Measures, json.RootElement.EnumerateObject().Select(static measure => measure.Name));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("f1Cluster").ValueKind);
        Assert.Equal(60, json.RootElement.GetProperty("records").GetInt32());
        Assert.Equal(2, json.RootElement.GetProperty("largestCluster").GetInt32());
    }

    /// <summary>Splink's own model, its rules and all its pairs: what blocking finds is what Splink found.</summary>
    [SharedFact]
    public async Task Match_AModelOfSplink_FindsThePairsThatSplinkFound()
    {
        await RunAsync("--records", RealDataTests.Records("splink_fake_1000"), "--truth", RealDataTests.Truth("splink_fake_1000"), "--splink-model", SharedData.Path("reference", "splink", "fake_1000_model.json"), "--json", _folder["measures.json"]);

        using var json = JsonDocument.Parse(File.ReadAllText(_folder["measures.json"]));
        Assert.Equal(0.812, json.RootElement.GetProperty("blockingRecall").GetDouble(), 5e-4);
        Assert.InRange(json.RootElement.GetProperty("f1EdgeBest").GetDouble(), 0.855, 0.875);
    }

    [SharedTheory]
    [InlineData("splink-narrow", 61_840, 0.847, 0.852, 0.849)]
    [InlineData("splink-wide", 382_345, 0.902, 0.868, 0.838)]
    public async Task Match_TheProcedureOfSplink_ComesToItsFigures(string rules, int pairs, double blockingRecall, double edges, double clusters)
    {
        await RunAsync("--records", RealDataTests.Records("persons_100k", ".gz"), "--truth", RealDataTests.Truth("persons_100k", ".gz"), "--rules", rules, "--json", _folder["measures.json"]);

        // A little apart, since copies of a record are compared once here, and training draws other pairs.
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["measures.json"]));
        Assert.InRange(json.RootElement.GetProperty("pairs").GetInt64(), 0.97 * pairs, pairs);
        Assert.Equal(blockingRecall, json.RootElement.GetProperty("blockingRecall").GetDouble(), 2e-3);
        Assert.Equal(edges, json.RootElement.GetProperty("f1EdgeBest").GetDouble(), 0.01);
        Assert.Equal(clusters, json.RootElement.GetProperty("f1Cluster").GetDouble(), 0.015);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public async Task Match_SourcesInOneFile_AreLinked(bool duplicateFree, int largest)
    {
        // Each person is twice in shop a and once in shop b, with another note each time.
        string records = _folder.Write("people.csv", "record_id,shop,first_name,surname,dob,email\n" + string.Concat(Enumerable.Range(0, 180).Select(static i =>
            string.Create(CultureInfo.InvariantCulture, $"r{i},{(i % 3 == 2 ? "b" : "a")},Name{i / 3},Fam{i / 3 * 7}ily,19{40 + (i / 3 % 50)}-03-{1 + (i / 9):D2},n{i / 3}@a.com\n"))));
        string[] args = ["--records", records, "--link", "shop", .. duplicateFree ? ["--duplicate-free"] : Array.Empty<string>(), "--json", _folder["measures.json"], "--out", _folder["results"]];

        await RunAsync(args);

        using var json = JsonDocument.Parse(File.ReadAllText(_folder["measures.json"]));
        Assert.Equal(180, json.RootElement.GetProperty("records").GetInt32());
        Assert.Equal(largest, json.RootElement.GetProperty("largestCluster").GetInt32());
        Assert.Equal(180, Csv.Rows(File.ReadAllText(Path.Combine(_folder["results"], "clusters.csv"))).Select(static row => row[0]).Distinct().Count());
    }

    [Fact]
    public async Task Match_DuplicateFreeSources_LearnsFromPairsAcrossThemOnly()
    {
        string records = _folder.Write("people.csv", "record_id,shop,first_name,surname\n" + string.Concat(Enumerable.Range(0, 60).Select(static i => string.Create(CultureInfo.InvariantCulture, $"r{i},{(i % 3 == 2 ? "b" : "a")},Name{i},Fam{i * 7}ily\n"))));
        Assert.True(MatchArguments.TryParse(["--records", records, "--link", "shop", "--duplicate-free"], out MatchArguments arguments, out _));

        var run = await MatchRun.OfAsync(arguments, TextWriter.Null, CancellationToken.None);

        Assert.Equal(40 * 20, run.Result.Training.RandomPairs);
    }

    [Fact]
    public async Task Match_AnIdInTwoSources_IsRefused()
    {
        string records = _folder.Write("people.csv", "record_id,shop,first_name\nr1,a,Ann\nr1,b,Anna\n");
        var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(1, await MatchCommand.RunAsync(["--records", records, "--link", "shop"], TextWriter.Null, error, CancellationToken.None));
        Assert.Contains("Two sources have records with the same record_id", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--duplicate-free needs --link", "--records", "a.csv", "--duplicate-free")]
    [InlineData("--rules takes auto, known, splink-narrow or splink-wide", "--records", "a.csv", "--rules", "any")]
    [InlineData("exclude each other", "--records", "a.csv", "--rules", "auto", "--splink-model", "m.json")]
    [InlineData("--map excludes", "--records", "a.csv", "--rules", "splink-wide", "--map", "a=email")]
    [InlineData("--records is missing", "--threads", "2")]
    [InlineData("--threads takes", "--records", "a.csv", "--threads", "0")]
    [InlineData("Kinds:", "--records", "a.csv", "--map", "born=birthday")]
    [InlineData("--sideways", "--records", "a.csv", "--sideways", "1")]
    [InlineData("has no value", "--records")]
    public async Task Match_OptionsItCannotUnderstand_AreNamed(string words, params string[] args)
    {
        var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(2, await MatchCommand.RunAsync(args, TextWriter.Null, error, CancellationToken.None));
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Match_AFileThatIsNotThere_IsNamed()
    {
        var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(1, await MatchCommand.RunAsync(["--records", _folder["nowhere.csv"]], TextWriter.Null, error, CancellationToken.None));
        Assert.Contains("nowhere.csv", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(params string[] args)
    {
        var screen = new StringWriter(CultureInfo.InvariantCulture);
        var error = new StringWriter(CultureInfo.InvariantCulture);
        int code = await MatchCommand.RunAsync(args, screen, error, CancellationToken.None);
        Assert.True(code == 0, error.ToString());
        return screen.ToString();
    }

    /// <summary>F1 worked out anew from the written clusters.</summary>
    private double ClusterQuality(string truthFile)
    {
        Dictionary<string, string> truth = Csv.Rows(Csv.ReadText(truthFile)).ToDictionary(static row => row[0], static row => row[1]);
        return PairwiseQuality.Of(Csv.Rows(File.ReadAllText(Path.Combine(_folder["results"], "clusters.csv"))).Select(row => (row[1], truth[row[0]]))).F1;
    }
}
