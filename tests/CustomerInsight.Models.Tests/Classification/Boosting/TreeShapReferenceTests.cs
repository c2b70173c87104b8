using System.Text.Json;

namespace CustomerInsight.Models.Tests;

/// <summary>Contributions against those of XGBoost for ten trees.</summary>
public sealed class TreeShapReferenceTests
{
    [SharedFact]
    public void Contributions_TreesOfXGBoost_AreTheReference()
    {
        using var fixture = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "churn", "treeshap_fixture.json")));
        JsonElement root = fixture.RootElement;
        string[] columns = [.. root.GetProperty("features").EnumerateArray().Select(static name => name.GetString()!)];
        BoostingModel model = new(
            ValueList.Create<string>(columns), [], root.GetProperty("base_margin").GetDouble(), ValueList.From(root.GetProperty("trees").EnumerateArray().Select(tree => Tree(tree, columns))));
        double[][] rows = [.. root.GetProperty("rows").EnumerateArray().Select(Numbers)];
        double[][] expected = [.. root.GetProperty("contribs_incl_bias_last").EnumerateArray().Select(Numbers)];
        double[] margins = new double[rows.Length];
        double[] contributions = new double[rows.Length * columns.Length];
        var matrix = FeatureMatrix.Create(model.Columns, [.. rows.SelectMany(static row => row)]);

        model.Margins(matrix, margins);
        model.Contributions(matrix, contributions);

        Assert.Equal(10, rows.Length);
        double[] expectedMargins = Numbers(root.GetProperty("margin"));
        for (int row = 0; row < rows.Length; row++)
        {
            Assert.Equal(expectedMargins[row], margins[row], 1e-6);
            Assert.Equal(expected[row][^1], model.Baseline, 1e-6);
            for (int column = 0; column < columns.Length; column++)
            {
                Assert.Equal(expected[row][column], contributions[(row * columns.Length) + column], 1e-6);
            }
        }
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(static number => number.GetDouble())];

    private static BoostingTree Tree(JsonElement root, string[] columns)
    {
        var nodes = new List<BoostingNode>();
        Add(root, columns, nodes);
        return new BoostingTree(ValueList.From(nodes));
    }

    private static int Add(JsonElement element, string[] columns, List<BoostingNode> nodes)
    {
        int number = nodes.Count;
        double cover = element.GetProperty("cover").GetDouble();
        if (element.TryGetProperty("leaf", out JsonElement leaf))
        {
            nodes.Add(BoostingNode.Leaf(leaf.GetDouble(), cover));
            return number;
        }

        nodes.Add(BoostingNode.Leaf(0, cover));
        int yes = element.GetProperty("yes").GetInt32();
        JsonElement[] children = [.. element.GetProperty("children").EnumerateArray()];
        int left = Add(children.Single(child => child.GetProperty("nodeid").GetInt32() == yes), columns, nodes);
        int right = Add(children.Single(child => child.GetProperty("nodeid").GetInt32() != yes), columns, nodes);
        nodes[number] = new BoostingNode(
            Array.IndexOf(columns, element.GetProperty("split").GetString()), element.GetProperty("split_condition").GetDouble(), [], element.GetProperty("missing").GetInt32() == yes, left, right, 0, cover, 0);
        return number;
    }
}
