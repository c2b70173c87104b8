using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Matching.Tests;

public class ChartTests
{
    /// <summary>Every chart of a run, by name.</summary>
    public static TheoryData<string> Names => [.. Charts.Value.Keys];

    private static readonly Lazy<Dictionary<string, string>> Charts = new(static () =>
    {
        InsightRun run = Runs.Of([.. MatchTrainerTests.Doubles(60), .. People.Random(4, 30)]);
        MatchResult result = run.Matches()!;
        var model = (MatchModel)result.Model;
        var evaluation = MatchEvaluation.Of(result, run.Clusters, static key => key.Id[..Math.Min(4, key.Id.Length)]);
        return new(StringComparer.Ordinal)
        {
            ["waterfall"] = PairCharts.Waterfall(result.Explain(0, 1)),
            ["match weights"] = ModelCharts.MatchWeights(model),
            ["m and u"] = ModelCharts.Parameters(model),
            ["precision and recall"] = EvaluationCharts.PrecisionRecall(evaluation.Edges),
            ["thresholds"] = EvaluationCharts.Thresholds(evaluation.Edges),
            ["calibration"] = EvaluationCharts.Calibration(evaluation.Calibration),
            ["unlinkable"] = EvaluationCharts.Unlinkable(UnlinkableRecords.Of(result)),
            ["weights"] = EvaluationCharts.Weights(result.Pairs),
            ["cluster sizes"] = EvaluationCharts.ClusterSizes(run.Clusters),
        };
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Chart_OfARun_IsASpecificationWhoseEncodingsReadFieldsOfItsData(string name)
    {
        using var chart = JsonDocument.Parse(Charts.Value[name]);
        JsonElement root = chart.RootElement;
        JsonElement[] rows = [.. root.GetProperty("data").GetProperty("values").EnumerateArray()];
        HashSet<string> fields = [.. rows.SelectMany(static row => row.EnumerateObject()).Select(static field => field.Name), .. Strings(root, "as")];

        Assert.Equal("https://vega.github.io/schema/vega-lite/v5.json", root.GetProperty("$schema").GetString());
        Assert.NotEmpty(rows);
        Assert.True(root.TryGetProperty("mark", out _) || root.TryGetProperty("layer", out _));
        Assert.NotEmpty(Strings(root, "field"));
        Assert.All(Strings(root, "field").Concat(Strings(root, "fold")), field => Assert.Contains(field, fields));
        Assert.All(rows, row => Assert.Equal(rows[0].EnumerateObject().Select(static field => field.Name), row.EnumerateObject().Select(static field => field.Name)));
    }

    [Fact]
    public void Waterfall_Evidence_HoldsEveryStep()
    {
        PairEvidence evidence = new(-1.5, -10, [new("given name", "same", 6), new("e-mail", "missing", 0), new("city", "different", 2.5)]);

        using var chart = JsonDocument.Parse(PairCharts.Waterfall(evidence));

        JsonElement[] rows = [.. chart.RootElement.GetProperty("data").GetProperty("values").EnumerateArray()];
        Assert.Equal([0, -10, -4, -4, 0], rows.Select(static row => row.GetProperty("start").GetDouble()));
        Assert.Equal([-10, -4, -4, -1.5, -1.5], rows.Select(static row => row.GetProperty("end").GetDouble()));
        Assert.Equal(["prior", "for", "says nothing", "for", "weight"], rows.Select(static row => row.GetProperty("role").GetString()));
    }

    [Fact]
    public void ClusterSizes_Clusters_AreCountedBySize()
    {
        using var chart = JsonDocument.Parse(EvaluationCharts.ClusterSizes([new([0, 1]), new([2]), new([3, 4]), new([5, 6, 7])]));

        Assert.Equal([(1, 1), (2, 2), (3, 1)], chart.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(static row => (row.GetProperty("size").GetInt32(), row.GetProperty("clusters").GetInt32())));
    }

    [Fact]
    public void PrecisionRecall_ALongCurve_IsThinnedToItsEnds()
    {
        var curve = PrecisionRecallCurve.Of(Enumerable.Range(0, 5_000).Select(static i => new WeighedPairs(i, 1, i % 2)), 2_500);

        using var chart = JsonDocument.Parse(EvaluationCharts.PrecisionRecall(curve));

        double[] weights = [.. chart.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(static row => row.GetProperty("weight").GetDouble())];
        Assert.Equal(1_000, weights.Length);
        Assert.Equal((4_999, 0), (weights[0], weights[^1]));
        Assert.Equal(weights.Length, weights.Distinct().Count());
    }

    [Fact]
    public void Charts_UnderAnotherCulture_AreTheSame()
    {
        PairEvidence evidence = new(-4.25, -10.5, [new("given name", "same", 6.25)]);
        string here = PairCharts.Waterfall(evidence);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(here, PairCharts.Waterfall(evidence));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The strings under a property of some name, anywhere outside the data.</summary>
    private static IEnumerable<string> Strings(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(static property => property.Name != "data").SelectMany(property => property.Name != name ? Strings(property.Value, name)
            : property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().Select(static one => one.GetString()!)
            : [property.Value.GetString()!]),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(one => Strings(one, name)),
        _ => [],
    };
}
