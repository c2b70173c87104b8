using System.Text;
using System.Text.Json.Nodes;

namespace CustomerInsight.Models.Tests;

public sealed class BoostingModelTests
{
    /// <summary>Trees of few and of many leaves are scored by different tables.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(150)]
    public void MarginsAndContributions_AnyTree_AreTheDefinition(int leaves)
    {
        ClassificationData data = BoostingSample.Rows(1_500, 3);
        BoostingOptions options = BoostingSample.Plain(6);
        options.MaximumLeaves = leaves;
        options.MinimumLeafRows = 3;
        options.MinimumLeafHessian = 0;
        BoostingModel model = BoostingSample.Fitted(data, options);
        Assert.Equal(leaves, model.Trees[0].Leaves);
        double[] margins = new double[data.Rows];
        double[] contributions = new double[data.Rows * 5];

        model.Margins(data.Features, margins);
        model.Contributions(data.Features, contributions);

        for (int row = 0; row < data.Rows; row++)
        {
            double[] features = data.Features.Row(row).ToArray();
            Assert.Equal(ShapleyDefinition.Margin(model, features), margins[row], 1e-12);
            Assert.Equal(margins[row], model.Baseline + contributions.AsSpan(row * 5, 5).ToArray().Sum(), 1e-10);
            if (row % 50 == 0)
            {
                Assert.All(ShapleyDefinition.Of(model, features).Zip(contributions.Skip(row * 5)), static pair => Assert.Equal(pair.First, pair.Second, 1e-10));
            }
        }
    }

    [Fact]
    public void Contributions_WayOfThirtyFeatures_AddUp()
    {
        const int Depth = 30;
        var nodes = new List<BoostingNode>();
        for (int level = 0; level < Depth; level++)
        {
            nodes.Add(new BoostingNode(level, 0.5, [], false, nodes.Count + 1, nodes.Count + 2, 0, Math.ScaleB(1, Depth - level), 0));
            nodes.Add(BoostingNode.Leaf(level % 3, Math.ScaleB(1, Depth - level - 1)));
        }

        nodes.Add(BoostingNode.Leaf(5, 1));
        var model = new BoostingModel(ValueList.From(Enumerable.Range(0, Depth).Select(static level => $"x{level}")), [], 0.25, [new BoostingTree(ValueList.From(nodes))]);
        double[] row = [.. Enumerable.Repeat(1.0, Depth)];
        double[] contributions = new double[Depth];

        model.Contributions(FeatureMatrix.Create(model.Columns, row), contributions);

        Assert.Equal(5.25, model.Margin(row), 1e-12);
        Assert.Equal(5.25, model.Baseline + contributions.Sum(), 1e-12);
    }

    [Fact]
    public void Margins_ValuesNeverSeen_GoWhereMissingOnesDo()
    {
        var tree = new BoostingTree([new BoostingNode(0, 0, [1, 4], true, 1, 2, 0, 10, 1), BoostingNode.Leaf(-1, 6), BoostingNode.Leaf(2, 4)]);
        var model = new BoostingModel(["kind"], ["kind"], 0, [tree]);

        Assert.Equal([2, 2, -1, -1, -1, -1], new double[] { 1, 4, 0, 99, double.NaN, 1.5 }.Select(value => model.Margin([value])));
    }

    [Fact]
    public void SaveAndLoad_GivesAnEqualModel()
    {
        BoostingModel model = BoostingSample.Fitted(BoostingSample.Rows(800, 5), new BoostingOptions { Rounds = 30 });
        using var file = new MemoryStream();

        model.Save(file);
        file.Position = 0;
        var loaded = BoostingModel.Load(file);

        Assert.Equal(model, loaded);
        Assert.Equal(model.GetHashCode(), loaded.GetHashCode());
        Assert.NotEqual(model, BoostingSample.Fitted(BoostingSample.Rows(800, 5), new BoostingOptions { Rounds = 30, Seed = 2 }));
    }

    [Fact]
    public void Tree_ThatIsNone_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new BoostingTree([]));
        Assert.Throws<ArgumentException>(() => new BoostingTree([BoostingNode.Leaf(1, 0)]));
        Assert.Throws<ArgumentException>(() => new BoostingTree([BoostingNode.Leaf(double.NaN, 1)]));
        Assert.Throws<ArgumentException>(() => new BoostingTree([BoostingNode.Leaf(1, 1), BoostingNode.Leaf(1, 1)]));
        Assert.Throws<ArgumentException>(() => new BoostingTree([new BoostingNode(0, 0, [], false, 1, 1, 0, 1, 0), BoostingNode.Leaf(1, 1)]));
        Assert.Throws<ArgumentException>(() => new BoostingTree([new BoostingNode(0, 0, [], false, 0, 1, 0, 1, 0), BoostingNode.Leaf(1, 1)]));
        var tree = new BoostingTree([new BoostingNode(1, 0, [], false, 1, 2, 0, 2, 0), BoostingNode.Leaf(1, 1), BoostingNode.Leaf(2, 1)]);
        Assert.Throws<ArgumentException>(() => new BoostingModel(["x"], [], 0, [tree]));
        Assert.Throws<ArgumentException>(() => new BoostingModel(["x", "y"], ["y"], 0, [tree]));
        Assert.Throws<ArgumentException>(() => new BoostingModel(["x", "y"], ["z"], 0, [tree]));
        Assert.Throws<ArgumentException>(() => new BoostingModel(["x", "y"], [], double.NaN, [tree]));
    }

    [Fact]
    public void Margins_OtherColumnsOrPlaces_AreRefused()
    {
        var model = new BoostingModel(["x"], [], 0, [new BoostingTree([BoostingNode.Leaf(1, 1)])]);

        Assert.Throws<ArgumentException>(() => model.Margins(FeatureMatrix.Create(["y"], [1]), new double[1]));
        Assert.Throws<ArgumentException>(() => model.Margins(FeatureMatrix.Create(["x"], [1]), new double[2]));
        Assert.Throws<ArgumentException>(() => model.Contributions(FeatureMatrix.Create(["x"], [1]), []));
        Assert.Equal(1, model.Margin([3]));
    }

    [Fact]
    public void Describe_AndChart_TellGainsAndRounds()
    {
        BoostingModel model = BoostingSample.Fitted(BoostingSample.Rows(1_000, 6), new BoostingOptions { Rounds = 40 });

        ValueList<FeatureGain> gains = model.Gains();

        Assert.Equal(1, gains.Sum(static gain => gain.Share), 1e-12);
        Assert.Equal(model.Trees.Sum(static tree => tree.Leaves - 1), gains.Sum(static gain => gain.Questions));
        Assert.Equal("wave", gains[0].Feature);
        Assert.Contains("share of gain", model.Describe(), StringComparison.Ordinal);
        Assert.Contains("left out", model.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DamagedNumbers_AreRefused()
    {
        var tree = new BoostingTree([new BoostingNode(0, 0, [1, 4], true, 1, 2, 0, 10, 1), BoostingNode.Leaf(-1, 6), BoostingNode.Leaf(2, 4)]);
        var model = new BoostingModel(["kind"], ["kind"], 0.5, [tree]) { Members = 2, Curve = [new BoostingRound(1, 0.5, 0.6)] };
        using var file = new MemoryStream();
        model.Save(file);
        JsonObject whole = JsonNode.Parse(file.ToArray())!.AsObject();
        Assert.Equal(model, Load(whole.ToJsonString()));
        string[] ofTree = ["features", "left", "right", "thresholds", "missingLeft", "gains", "levels", "values", "covers"];
        foreach (string name in ofTree)
        {
            Refused("null", "trees", name);
            JsonArray longer = Tree(whole)[name]!.DeepClone().AsArray();
            longer.Add(longer[0]!.DeepClone());
            Refused(longer.ToJsonString(), "trees", name);
        }

        foreach (string name in new[] { "columns", "categories", "trees", "trainingLosses" })
        {
            Refused("null", name);
        }

        foreach (string levels in new[] { "[[4,1]]", "[[1,1]]", "[[-1,4]]", "[[]]", "[null]" })
        {
            Refused(levels, "trees", "levels");
        }

        Refused("[null]", "trees");
        Refused("[11,6,4]", "trees", "covers");
        Refused("[1e999]", "trees", "gains");
        Refused("[1e999]", "trainingLosses");
        Refused("[1e999]", "validationLosses");
        Refused("-5", "members");
        Refused("0", "members");

        void Refused(string value, string name, string? ofTheTree = null)
        {
            JsonObject changed = whole.DeepClone().AsObject();
            if (ofTheTree is null)
            {
                Assert.True(changed["model"]!.AsObject().ContainsKey(name), name);
                changed["model"]![name] = "here";
            }
            else
            {
                Assert.True(Tree(changed).ContainsKey(ofTheTree), ofTheTree);
                Tree(changed)[ofTheTree] = "here";
            }

            Assert.Throws<ModelFileException>(() => Load(changed.ToJsonString().Replace("\"here\"", value, StringComparison.Ordinal)));
        }

        static JsonObject Tree(JsonObject root) => root["model"]!["trees"]![0]!.AsObject();

        static BoostingModel Load(string text) => BoostingModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Margins_ThousandLeavesOverManyRanges_AreTheDefinition()
    {
        ClassificationData data = BoostingSample.Rows(6_000, 8, levels: 60);
        BoostingOptions options = BoostingSample.Plain(2);
        (options.MaximumLeaves, options.MinimumLeafRows, options.MinimumLeafHessian) = (1_024, 1, 0);
        BoostingModel model = BoostingSample.Fitted(data, options);
        Assert.True(model.Trees[0].Leaves > 500);
        double[] margins = new double[data.Rows];

        model.Margins(data.Features, margins);

        Assert.All(Enumerable.Range(0, data.Rows), row => Assert.Equal(ShapleyDefinition.Margin(model, data.Features.Row(row).ToArray()), margins[row], 1e-12));
    }

    [Fact]
    public void Margins_InfiniteValues_CountAsMissing()
    {
        foreach (int leaves in new[] { 8, 12 })
        {
            BoostingOptions options = BoostingSample.Plain(10);
            options.MaximumLeaves = leaves;
            BoostingModel model = BoostingSample.Fitted(BoostingSample.Rows(1_000, 7), options);
            foreach (double value in new[] { double.PositiveInfinity, double.NegativeInfinity })
            {
                Assert.Equal(model.Margin([double.NaN, double.NaN, 0, double.NaN, 3]), model.Margin([value, value, 0, value, 3]));
            }
        }
    }
}
