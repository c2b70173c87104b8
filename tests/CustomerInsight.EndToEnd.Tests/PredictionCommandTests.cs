using System.Globalization;
using System.Text.Json;
using CustomerInsight.Benchmarks;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The command that times classifiers and survival models.</summary>
public sealed class PredictionCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Prediction_FewRows_MeasuresAllAndFindsWhatWasDrawn()
    {
        (int code, string screen, _) = await RunAsync("--rows", "20000", "--repetitions", "1", "--json", _folder["times.json"]);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["times.json"]));
        foreach (string work in new[] { "logistic", "logisticContributions", "boosting", "treeContributions", "cox", "concordance", "kaplanMeier" })
        {
            Assert.True(json.RootElement.GetProperty(work).GetProperty("seconds").GetDouble() > 0, work);
        }

        double linear = json.RootElement.GetProperty("logistic").GetProperty("result").GetDouble();
        Assert.InRange(linear, 0.6, 0.95);
        Assert.InRange(json.RootElement.GetProperty("boosting").GetProperty("result").GetDouble(), linear, 1);
        Assert.InRange(json.RootElement.GetProperty("concordance").GetProperty("result").GetDouble(), 0.6, 0.8);
        Assert.Contains("Cox regression", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rows takes", "--rows", "10")]
    [InlineData("--repetitions takes", "--repetitions", "0")]
    [InlineData("--sideways", "--sideways", "1")]
    public async Task Prediction_OptionsItCannotUnderstand_AreNamed(string words, params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Screen, string Error)> RunAsync(params string[] args)
    {
        using var screen = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        return (await PredictionCommand.RunAsync(args, screen, error, CancellationToken.None), screen.ToString(), error.ToString());
    }
}
