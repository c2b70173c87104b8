using System.Globalization;
using System.Text.Json;
using CustomerInsight.Benchmarks;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The command that times segmentation.</summary>
public sealed class SegmentsCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Segments_FewRows_MeasuresEachPieceOfWork()
    {
        var screen = new StringWriter(CultureInfo.InvariantCulture);

        int code = await SegmentsCommand.RunAsync(["--rows", "2000", "--repetitions", "1", "--json", _folder["segments.json"]], screen, TextWriter.Null, CancellationToken.None);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["segments.json"]));
        JsonElement root = json.RootElement;
        foreach (string work in new[] { "kMeans1Mx16", "kMeans1Mx3", "silhouette20k", "gaussianMixture200k", "rfm1M", "customerTable" })
        {
            Assert.True(root.GetProperty(work).GetProperty("seconds").GetDouble() > 0, work);
        }

        Assert.Equal(2_000, root.GetProperty("customerTable").GetProperty("result").GetDouble());
        Assert.InRange(root.GetProperty("silhouette20k").GetProperty("result").GetDouble(), 0.1, 1);
        Assert.InRange(root.GetProperty("kMeans1Mx3").GetProperty("result").GetDouble(), 2_000 * 2.0, 2_000 * 12.0);
        Assert.Equal(0.486, root.GetProperty("kMeans1Mx16").GetProperty("peerSeconds").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("rfm1M").GetProperty("peerSeconds").ValueKind);
        Assert.True(root.GetProperty("peakMegabytes").GetDouble() > 10);
        Assert.Contains("scikit-learn", screen.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rows takes", "--rows", "999")]
    [InlineData("--repetitions takes", "--repetitions", "0")]
    [InlineData("--sideways", "--sideways", "1")]
    [InlineData("has no value", "--json")]
    public async Task Segments_OptionsItCannotUnderstand_AreNamed(string words, params string[] args)
    {
        var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(2, await SegmentsCommand.RunAsync(args, TextWriter.Null, error, CancellationToken.None));
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }
}
