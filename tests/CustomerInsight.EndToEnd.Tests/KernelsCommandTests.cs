using System.Globalization;
using System.Text.Json;
using CustomerInsight.Benchmarks;
using CustomerInsight.Matching;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The command that times the comparators.</summary>
public sealed class KernelsCommandTests : IDisposable
{
    private static readonly string[] Surnames = ["hall", "kirk", "navarro", "张伟", "张炜"];
    private static readonly string[] FullNames = ["paula hall", "tara kirk", "kelly navarro", "wolfeschlegelsteinhausenbergerdorff smith"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kernels_TwoLists_MeasuresEachComparatorInEachForm()
    {
        _folder.Write("surnames.txt", string.Join('\n', Surnames));
        string fullNames = _folder.Write("people.txt", string.Join('\n', FullNames));
        var screen = new StringWriter(CultureInfo.InvariantCulture);

        int code = await KernelsCommand.RunAsync(
            ["--texts", Path.GetDirectoryName(fullNames)!, "--fullnames", fullNames, "--repetitions", "2", "--json", _folder["kernels.json"]], screen, TextWriter.Null, CancellationToken.None);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["kernels.json"]));
        AssertMeasures(json.RootElement.GetProperty("surnames"), Surnames);
        AssertMeasures(json.RootElement.GetProperty("surnames").GetProperty("scalar"), Surnames);
        AssertMeasures(json.RootElement.GetProperty("fullNames"), FullNames);
        AssertMeasures(json.RootElement.GetProperty("fullNames").GetProperty("scalar"), FullNames);
        Assert.Equal(5, json.RootElement.GetProperty("surnames").GetProperty("texts").GetInt32());
        Assert.Contains("Levenshtein   Scalar", screen.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--repetitions takes", "--repetitions", "0")]
    [InlineData("--sideways", "--sideways", "1")]
    [InlineData("has no value", "--json")]
    public async Task Kernels_OptionsItCannotUnderstand_AreNamed(string words, params string[] args)
    {
        var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(2, await KernelsCommand.RunAsync(args, TextWriter.Null, error, CancellationToken.None));
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kernels_AListThatIsNotThereOrEmpty_IsNamed()
    {
        string empty = _folder.Write("none.txt", string.Empty);
        var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(1, await KernelsCommand.RunAsync(["--surnames", _folder["nowhere.txt"]], TextWriter.Null, error, CancellationToken.None));
        Assert.Equal(1, await KernelsCommand.RunAsync(["--surnames", empty], TextWriter.Null, error, CancellationToken.None));
        Assert.Contains("nowhere.txt. Name the folder", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("none.txt holds no line", error.ToString(), StringComparison.Ordinal);
    }

    private static void AssertMeasures(JsonElement measures, string[] texts)
    {
        AssertMeasure(measures.GetProperty("jaroWinkler"), texts, static (left, right) => JaroWinkler.Similarity(left, right));
        AssertMeasure(measures.GetProperty("jaro"), texts, static (left, right) => JaroWinkler.Jaro(left, right));
        AssertMeasure(measures.GetProperty("levenshtein"), texts, static (left, right) => EditDistance.Levenshtein(left, right));
        AssertMeasure(measures.GetProperty("osa"), texts, static (left, right) => EditDistance.Osa(left, right));
    }

    private static void AssertMeasure(JsonElement measure, string[] texts, Func<string, string, double> compare)
    {
        Assert.Equal(texts.Sum(left => texts.Sum(right => compare(left, right))), measure.GetProperty("checksum").GetDouble(), 1e-9);
        Assert.True(measure.GetProperty("nanoseconds").GetDouble() > 0);
    }
}
