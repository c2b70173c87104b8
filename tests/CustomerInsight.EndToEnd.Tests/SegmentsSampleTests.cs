using System.Text.Json;
using SegmentsSample;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The sample that tells who the customers are.</summary>
public sealed class SegmentsSampleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithoutFiles_TellsTheWholeStoryAndWritesIt()
    {
        (int code, string screen, string error) = await RunAsync("--out", _folder["out"]);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("Champions", screen, StringComparison.Ordinal);
        Assert.Contains("groups", screen, StringComparison.Ordinal);
        Assert.Contains("lacks: ", screen, StringComparison.Ordinal);
        Assert.Contains("won back", screen, StringComparison.Ordinal);
        Assert.Contains("month 1", screen, StringComparison.Ordinal);
        string[] charts = Directory.GetFiles(_folder["out"], "*.vl.json");
        Assert.True(charts.Length >= 7);
        foreach (string chart in charts)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(chart));
            Assert.StartsWith("https://vega.github.io/schema/", json.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        }

        Assert.True(File.ReadLines(Path.Combine(_folder["out"], "customers.csv")).Count() > 1_000);
    }

    [Fact]
    public async Task Run_WithEditedSegments_UsesThem()
    {
        await RunAsync("--out", _folder["first"]);
        string edited = _folder.Write("edited.json", File.ReadAllText(Path.Combine(_folder["first"], "segments.json")).Replace("newcomers", "fresh faces", StringComparison.Ordinal));

        (int code, string screen, _) = await RunAsync("--segments", edited, "--out", _folder["second"]);

        Assert.Equal(0, code);
        Assert.Contains("fresh faces", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithSegmentsThatAreNone_SaysWhere()
    {
        string broken = _folder.Write("broken.json", """{ "kind": "customer-insight/segments", "version": 1, "segments": [ { "name": "a", "when": { "trait": "orders", "atleast": 3 } } ] }""");

        (int code, _, string error) = await RunAsync("--segments", broken, "--out", _folder["out"]);

        Assert.Equal(1, code);
        Assert.Contains("/segments/0/when", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutAnyPurchase_SaysSo()
    {
        string empty = _folder.Write("orders.csv", "order_id,customer_id,date,amount\n");

        (int code, string screen, _) = await RunAsync("--activities", empty, "--out", _folder["out"]);

        Assert.Equal(0, code);
        Assert.Contains("nothing to show", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Usage", 2, "--help")]
    [InlineData("three capital letters", 2, "--currency", "pounds")]
    [InlineData("no-such-file.csv", 1, "--activities", "no-such-file.csv")]
    public async Task Run_WhatCannotBeUsed_IsToldAndNothingElse(string told, int expected, params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);

        Assert.Equal(expected, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Screen, string Error)> RunAsync(params string[] args)
    {
        using var screen = new StringWriter();
        using var error = new StringWriter();
        return (await SegmentsProgram.RunAsync(args, screen, error, CancellationToken.None), screen.ToString(), error.ToString());
    }
}
