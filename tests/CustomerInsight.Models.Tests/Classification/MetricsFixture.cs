using System.Text.Json;

namespace CustomerInsight.Models.Tests;

/// <summary>The scores and labels of the shared metrics fixture, with what scikit-learn makes of them.</summary>
internal sealed class MetricsFixture
{
    private readonly JsonElement _root;

    private MetricsFixture(JsonElement root)
    {
        _root = root;
        Scores = Numbers("score");
        Labels = [.. Numbers("y").Select(static label => label == 1)];
        Probabilities = [.. Scores.Select(static score => 1 / (1 + Math.Exp(-score)))];
    }

    public double[] Scores { get; }

    public bool[] Labels { get; }

    public double[] Probabilities { get; }

    public double this[string name] => _root.GetProperty(name).GetDouble();

    public static MetricsFixture Load() => new(JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "churn", "metrics_fixture.json"))).RootElement);

    private double[] Numbers(string name) => [.. _root.GetProperty(name).EnumerateArray().Select(static item => item.GetDouble())];
}
