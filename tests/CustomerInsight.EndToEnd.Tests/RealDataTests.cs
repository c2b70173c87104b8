namespace CustomerInsight.EndToEnd.Tests;

/// <summary>People of known identity: what the program prints is what its files hold, and good enough.</summary>
public sealed class RealDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedTheory]
    [InlineData("febrl1", 0.95)]
    [InlineData("febrl2", 0.95)]
    [InlineData("febrl3", 0.98)]
    [InlineData("dqbench_er_t1", 0.95)]
    [InlineData("dqbench_er_t2", 0.95)]
    [InlineData("splink_fake_1000", 0.80)]
    public async Task People_KnownTruth_AreUnified(string name, double leastF1)
    {
        string truth = Truth(name);
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", Records(name), "--truth", truth)).IsClean();

        Assert.InRange(outcome.PrintedF1, leastF1, 1);
        Assert.Equal(outcome.PrintedF1, outcome.F1Against(truth), 0.00005);
        Assert.Equal(outcome.ProfileRows().Count, outcome.CustomerRows().Count);
    }

    [SharedFact]
    public async Task HandMadeHardCases_RunCleanly()
    {
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", Records("senzing_truthset"), "--truth", Truth("senzing_truthset"))).IsClean();

        Assert.Contains("159 rows read, 159 records kept", outcome.Screen, StringComparison.Ordinal);
        Assert.Equal(159, outcome.ProfileRows().Sum(static row => int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    internal static string Records(string name, string ending = "") => SharedData.Path("data", "people", name, $"records.csv{ending}");

    internal static string Truth(string name, string ending = "") => SharedData.Path("data", "people", name, $"truth.csv{ending}");
}
