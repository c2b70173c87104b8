namespace CustomerInsight.EndToEnd.Tests;

/// <summary>As <see cref="RealDataTests"/>, with more records; a class of its own, so that it runs beside the other.</summary>
public sealed class LargeDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedFact]
    public async Task HundredThousandPeople_Compressed_AreUnified()
    {
        string truth = RealDataTests.Truth("persons_100k", ".gz");
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", RealDataTests.Records("persons_100k", ".gz"), "--truth", truth)).IsClean();

        Assert.InRange(outcome.PrintedF1, 0.90, 1);
        Assert.Equal(outcome.PrintedF1, outcome.F1Against(truth), 0.00005);
    }

    [SharedFact]
    public async Task HistoricalFigures_RunCleanly()
    {
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", RealDataTests.Records("splink_historical_50k"))).IsClean();

        Assert.Contains("50,578 rows read, 50,578 records kept", outcome.Screen, StringComparison.Ordinal);
    }
}
