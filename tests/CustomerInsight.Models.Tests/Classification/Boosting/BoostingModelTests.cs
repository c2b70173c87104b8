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
}
