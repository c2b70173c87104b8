using System.Globalization;
using System.Text.Json;
using ChurnSample;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The sample that tells who will leave, when and why.</summary>
public sealed class ChurnSampleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithoutFiles_TellsTheWholeStoryAndWritesIt()
    {
        (int code, string screen, string error) = await RunAsync("--out", _folder["out"]);

        Assert.Equal((0, string.Empty), (code, error));
        foreach (string told in new[] { "horizon of", "leakage", "folds' mean", "without having seen a label", "raises the risk", "Association is not cause", "customers watched" })
        {
            Assert.Contains(told, screen, StringComparison.Ordinal);
        }

        foreach (string chart in new[] { "returns", "reliability", "gain", "drivers", "warnings" })
        {
            AssertChart(chart);
        }

        Assert.True(File.ReadLines(Path.Combine(_folder["out"], "risks.csv")).Count() > 2_000);
    }

    [SharedFact]
    public async Task Run_Telco_TellsWhoWhyAndWhatItEarns()
    {
        (int code, string screen, _) = await RunAsync(
            "--table", SharedData.Path("data", "churn", "telco_churn.csv"), "--target", "Churn", "--positive", "Yes", "--id", "customerID", "--out", _folder["out"]);

        Assert.Equal(0, code);
        foreach (string told in new[] { "1,869 left (26.54 %)", "Expected maximum profit", "Contract is 'Month-to-month': raises the risk", "on rows not fitted on" })
        {
            Assert.Contains(told, screen, StringComparison.Ordinal);
        }

        foreach (string chart in new[] { "roc", "gain", "reliability", "profit", "importance" })
        {
            AssertChart(chart);
        }

        Assert.Equal(7_044, File.ReadLines(Path.Combine(_folder["out"], "risks.csv")).Count());
    }

    [SharedFact]
    public async Task Run_Rossi_TellsHowLongAndWhy()
    {
        (int code, string screen, _) = await RunAsync(
            "--table", SharedData.Path("data", "survival", "rossi.csv"), "--time", "week", "--event", "arrest", "--group", "fin", "--out", _folder["out"]);

        Assert.Equal(0, code);
        foreach (string told in new[] { "114 ended with the event", "chi-squared 3.84", "log-likelihood -658.748", "concordance 0.6403" })
        {
            Assert.Contains(told, screen, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Infinity", screen, StringComparison.Ordinal);
        foreach (string chart in new[] { "stay", "stay-by-group", "hazard-ratios" })
        {
            AssertChart(chart);
        }
    }

    [Theory]
    [InlineData("Usage", 2, "--help")]
    [InlineData("give one of them", 2, "--purchases", "a.csv", "--table", "b.csv")]
    [InlineData("--time and --event go together", 2, "--table", "a.csv", "--time", "t")]
    [InlineData("--table needs", 2, "--table", "a.csv")]
    [InlineData("give that too", 2, "--target", "left")]
    [InlineData("keep or drop", 2, "--zero-amounts", "maybe")]
    [InlineData("three capital letters", 2, "--currency", "pounds")]
    [InlineData("such as 1997-12-31", 2, "--cut", "tomorrow")]
    [InlineData("--horizon takes", 2, "--horizon", "0")]
    [InlineData("no-such-file.csv", 1, "--purchases", "no-such-file.csv")]
    [InlineData("no-such-file.csv", 1, "--table", "no-such-file.csv", "--target", "a", "--positive", "b")]
    public async Task Run_WhatCannotBeUsed_IsToldAndNothingElse(string told, int expected, params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);

        Assert.Equal(expected, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Row 2 has no number in the column 'time'", "time,event\n1,1\nx,0\n")]
    [InlineData("has no column 'event'", "time,happened\n1,1\n")]
    [InlineData("Row 0: the time", "time,event\n0,1\n")]
    public async Task Run_TimesThatCannotBe_AreNamed(string told, string text)
    {
        (int code, _, string error) = await RunAsync("--table", _folder.Write("times.csv", text), "--time", "time", "--event", "event");

        Assert.Equal(1, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TableWithOneKindOfCustomer_SaysSo()
    {
        string table = _folder.Write("table.csv", "id,age,left\n" + string.Concat(Enumerable.Range(0, 200).Select(static i => $"c{i},{20 + (i % 50)},no\n")));

        (int code, string screen, _) = await RunAsync("--table", table, "--id", "id", "--target", "left", "--positive", "yes");

        Assert.Equal(0, code);
        Assert.Contains("one-kind-only", screen, StringComparison.Ordinal);
    }

    private void AssertChart(string chart)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder["out"], $"{chart}.vl.json")));
        Assert.StartsWith("https://vega.github.io/schema/", json.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Screen, string Error)> RunAsync(params string[] args)
    {
        using var screen = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        return (await ChurnProgram.RunAsync(args, screen, error, CancellationToken.None), screen.ToString(), error.ToString());
    }
}
