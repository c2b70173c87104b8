using System.Globalization;
using System.Text.Json;
using CustomerInsight.Benchmarks;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The command that times lifetime value.</summary>
public sealed class LifetimeValueCommandTests : IDisposable
{
    private static readonly string[] Models = ["bgNbd", "mbgNbd", "paretoNbd", "gammaGamma"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task LifetimeValue_SimulatedCustomers_FindsWhatTheyWereDrawnFrom()
    {
        (int code, string screen, _) = await RunAsync("--customers", "20000", "--repetitions", "1", "--json", _folder["value.json"]);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["value.json"]));
        JsonElement root = json.RootElement;
        foreach (string model in Models)
        {
            Assert.True(root.GetProperty(model).GetProperty("fitSeconds").GetDouble() > 0, model);
            Assert.True(root.GetProperty(model).GetProperty("logLikelihood").GetDouble() < 0, model);
            Assert.Equal("Converged", root.GetProperty(model).GetProperty("status").GetString());
        }

        JsonElement parameters = root.GetProperty("bgNbd").GetProperty("parameters");
        Assert.InRange(parameters.GetProperty("r").GetDouble(), 0.22, 0.27);
        Assert.InRange(parameters.GetProperty("alpha").GetDouble(), 3.9, 5.0);
        Assert.True(root.GetProperty("conditionalExpectationSeconds").GetDouble() > 0);
        Assert.True(root.GetProperty("valueForEverSeconds").GetDouble() > 0);
        Assert.InRange(root.GetProperty("value").GetDouble() / 20_000, 50, 300);
        Assert.True(root.GetProperty("peakMegabytes").GetDouble() > 10);
        Assert.Contains("Pareto/NBD", screen, StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData("CDNOW_sample.txt")]
    [InlineData("as CSV")]
    public async Task LifetimeValue_Cdnow_FindsTheReference(string form)
    {
        string file = SharedData.Path("data", "purchases", "CDNOW_sample.txt");
        if (form == "as CSV")
        {
            string[][] rows = [.. File.ReadLines(file).Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
            file = _folder.Write("log.csv", "customer,date,amount\n" + string.Concat(rows.Select(static row => $"{row[1]},{row[2][..4]}-{row[2][4..6]}-{row[2][6..]},{row[4]}\n")));
        }

        (int code, _, _) = await RunAsync("--purchases", file, "--time-unit", "week", "--until", "1997-09-30", "--repetitions", "1", "--json", _folder["value.json"]);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["value.json"]));
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "mle_reference.json")));
        foreach ((string model, string known) in new[] { ("bgNbd", "BG/NBD"), ("mbgNbd", "MBG/NBD"), ("paretoNbd", "Pareto/NBD"), ("nbd", "NBD"), ("gammaGamma", "GG") })
        {
            JsonElement found = json.RootElement.GetProperty(model);
            JsonElement expected = reference.RootElement.GetProperty("cdnow").GetProperty(known);
            Assert.Equal(1, found.GetProperty("logLikelihood").GetDouble() / expected.GetProperty("LL").GetDouble(), 1e-6);
            foreach (JsonProperty parameter in expected.GetProperty("params").EnumerateObject())
            {
                Assert.Equal(1, found.GetProperty("parameters").GetProperty(parameter.Name).GetDouble() / parameter.Value.GetDouble(), 1e-3);
            }
        }

        Assert.Equal(4, json.RootElement.GetProperty("regular").GetArrayLength());
    }

    [Fact]
    public async Task LifetimeValue_TooFewCustomers_SaysWhyThereIsNoModel()
    {
        string file = _folder.Write("log.csv", "customer,date,amount\na,2020-01-01,5\n");

        (int code, string screen, _) = await RunAsync("--purchases", file);

        Assert.Equal(0, code);
        Assert.Contains("too-few-customers", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--customers takes", "--customers", "999")]
    [InlineData("--time-unit takes", "--time-unit", "fortnight")]
    [InlineData("--until takes", "--until", "30.9.1997")]
    [InlineData("--repetitions takes", "--repetitions", "0")]
    [InlineData("--sideways", "--sideways", "1")]
    [InlineData("has no value", "--json")]
    public async Task LifetimeValue_OptionsItCannotUnderstand_AreNamed(string words, params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LifetimeValue_FileThatIsNotThere_IsNamed()
    {
        (int code, _, string error) = await RunAsync("--purchases", "no-such-file.csv");

        Assert.Equal(1, code);
        Assert.Contains("no-such-file.csv", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Screen, string Error)> RunAsync(params string[] args)
    {
        using var screen = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        return (await LifetimeValueCommand.RunAsync(args, screen, error, CancellationToken.None), screen.ToString(), error.ToString());
    }
}
