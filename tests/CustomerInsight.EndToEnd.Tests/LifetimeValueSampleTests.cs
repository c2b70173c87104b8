using System.Globalization;
using System.Text.Json;
using LifetimeValueSample;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The sample that tells what customers are worth.</summary>
public sealed class LifetimeValueSampleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithoutFiles_TellsTheWholeStoryAndWritesIt()
    {
        (int code, string screen, string error) = await RunAsync("--out", _folder["out"]);

        Assert.Equal((0, string.Empty), (code, error));
        foreach (string told in new[] { "BG/NBD: fitted", "Pareto/NBD: fitted", "log score", "are worth", "For ever, at 10 % a year", "95 % interval", "chance of still buying" })
        {
            Assert.Contains(told, screen, StringComparison.Ordinal);
        }

        foreach (string chart in new[] { "tracking", "tracking-cumulative", "by-frequency", "counts", "value" })
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder["out"], $"{chart}.vl.json")));
            Assert.StartsWith("https://vega.github.io/schema/", json.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        }

        Assert.True(File.ReadLines(Path.Combine(_folder["out"], "customers.csv")).Count() > 4_000);
    }

    [SharedFact]
    public async Task Run_Cdnow_ComesNearTheHoldout()
    {
        (int code, string screen, _) = await RunAsync(
            "--purchases", SharedData.Path("data", "purchases", "CDNOW_sample.txt"), "--zero-amounts", "keep", "--calibrate-until", "1997-09-30", "--until", "1998-06-30", "--currency", "USD", "--out", _folder["out"]);

        Assert.Equal(0, code);
        Assert.Contains("2,357 customers with purchases", screen, StringComparison.Ordinal);
        Assert.Contains("-9,582.43", screen, StringComparison.Ordinal);
        Assert.Contains("(same again)", screen, StringComparison.Ordinal);
    }

    [SharedFact]
    public async Task Run_Donations_FindsThePublishedModel()
    {
        (int code, string screen, _) = await RunAsync("--donations", SharedData.Path("data", "purchases", "donations.csv"), "--out", _folder["out"]);

        Assert.Equal(0, code);
        Assert.Contains("-33,225.581", screen, StringComparison.Ordinal);
        Assert.Equal(23, File.ReadLines(Path.Combine(_folder["out"], "donors.csv")).Count());
    }

    [SharedFact]
    public async Task Run_Subscriptions_TellsWhatTheModelsDidNotSee()
    {
        (int code, string screen, _) = await RunAsync("--subscriptions", SharedData.Path("data", "purchases", "sbg_fader_hardie_2007.csv"), "--out", _folder["out"]);

        Assert.Equal(0, code);
        Assert.Contains("-1,680.265", screen, StringComparison.Ordinal);
        Assert.Contains("not seen by the models", screen, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(_folder["out"], "*.vl.json").Length);
    }

    [Theory]
    [InlineData("Usage", 2, "--help")]
    [InlineData("give one of them", 2, "--purchases", "a.csv", "--donations", "b.csv")]
    [InlineData("keep or drop", 2, "--zero-amounts", "maybe")]
    [InlineData("three capital letters", 2, "--currency", "pounds")]
    [InlineData("such as 1997-09-30", 2, "--calibrate-until", "tomorrow")]
    [InlineData("no-such-file.csv", 1, "--purchases", "no-such-file.csv")]
    [InlineData("no-such-file.csv", 1, "--donations", "no-such-file.csv")]
    public async Task Run_WhatCannotBeUsed_IsToldAndNothingElse(string told, int expected, params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);

        Assert.Equal(expected, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--donations", "frequency,recency,periods,weights\n1,x,6,5\n", "Line 2")]
    [InlineData("--subscriptions", "year,a\n0,100\n1,none\n", "Line 3")]
    public async Task Run_FileWithAWrongLine_SaysWhichOne(string option, string text, string told)
    {
        (int code, _, string error) = await RunAsync(option, _folder.Write("wrong.csv", text));

        Assert.Equal(1, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Screen, string Error)> RunAsync(params string[] args)
    {
        using var screen = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        return (await LifetimeValueProgram.RunAsync(args, screen, error, CancellationToken.None), screen.ToString(), error.ToString());
    }
}
