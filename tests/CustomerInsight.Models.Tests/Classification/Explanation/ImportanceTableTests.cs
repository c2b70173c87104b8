namespace CustomerInsight.Models.Tests;

public sealed class ImportanceTableTests
{
    private static readonly ValueList<string> Columns = ["strong", "weak", "nothing"];
    private static readonly WeighedColumns Model = new(Columns, -0.5, 2, 0.5, 0);
    private static readonly ImportanceOptions Few = new() { Draws = 30, MaxDegreeOfParallelism = 1 };

    [Fact]
    public void Of_KnownModel_IsWhatItGoesBy()
    {
        ClassificationData data = Drawn(3_000, 1);

        var table = ImportanceTable.Of(Model, data, options: Few);

        Assert.Equal(["strong", "weak", "nothing"], table.Features.Select(feature => feature.Feature));
        double expected = Enumerable.Range(0, data.Rows).Average(row => Math.Abs(2 * data.Features.Row(row)[0]));
        Assert.Equal(expected, table.Features[0].MeanContribution, 1e-9);
        Assert.True(table.Features[0].LossIncrease > 0.3);
        Assert.InRange(table.Features[1].LossIncrease, 0.005, 0.1);
        Assert.Equal(0, table.Features[2].LossIncrease, 12);
        Assert.All(table.Features, feature => Assert.Equal((feature.Rank, feature.Rank), (feature.RankLow, feature.RankHigh)));
        Assert.InRange(table.Features[0].ContributionError, 0.5 * 1.2 / Math.Sqrt(3_000), 2 * 1.2 / Math.Sqrt(3_000));
    }

    [Fact]
    public void Of_AnyOrderOfRowsAndThreads_IsTheSame()
    {
        ClassificationData data = Drawn(400, 2);
        ClassificationData turned = data.Take([.. Enumerable.Range(0, 400).Reverse()]);

        Assert.Equal(ImportanceTable.Of(Model, data, options: Few), ImportanceTable.Of(Model, turned, options: new ImportanceOptions { Draws = 30, MaxDegreeOfParallelism = 4 }));
    }

    [Fact]
    public void Of_ColumnsOfOneSource_AreTakenTogether()
    {
        ClassificationData data = Drawn(500, 3);
        var opposed = new WeighedColumns(Columns, 0, 1, -1, 0);

        var table = ImportanceTable.Of(opposed, data, ["pair", "pair", "rest"], Few);

        Assert.Equal(["pair", "rest"], table.Features.Select(feature => feature.Feature));
        double expected = Enumerable.Range(0, data.Rows).Average(row => Math.Abs(data.Features.Row(row)[0] - data.Features.Row(row)[1]));
        Assert.Equal(expected, table.Features[0].MeanContribution, 1e-9);
    }

    [Fact]
    public void Of_WeightedRows_CountByTheirWeight()
    {
        ClassificationData data = Drawn(300, 4);
        double[] weights = [.. Enumerable.Range(0, 300).Select(row => 1.0 + (row % 3))];
        var weighted = ClassificationData.Create(data.Features, data.Labels.ToArray(), weights);
        ClassificationData repeated = data.Take([.. Enumerable.Range(0, 300).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3)))]);

        var one = ImportanceTable.Of(Model, weighted, options: Few);
        var other = ImportanceTable.Of(Model, repeated, options: Few);

        Assert.Equal(other.LogLoss, one.LogLoss, 1e-12);
        Assert.Equal(other.Features[0].MeanContribution, one.Features[0].MeanContribution, 1e-12);
    }

    [Fact]
    public void OverFolds_TwoModels_AveragesThem()
    {
        ClassificationData data = Drawn(400, 5);
        var other = new WeighedColumns(Columns, 0, 0.1, 1, 0);

        var table = ImportanceTable.OverFolds([(Model, data), (other, data)], options: Few);
        var first = ImportanceTable.Of(Model, data, options: Few);
        var second = ImportanceTable.Of(other, data, options: Few);

        FeatureImportance strong = table.Features.Single(feature => feature.Feature == "strong");
        Assert.Equal((first.Features[0].MeanContribution + second.Features[1].MeanContribution) / 2, strong.MeanContribution, 1e-12);
        Assert.Equal((1, 2), (strong.RankLow, strong.RankHigh));
        Assert.Equal(2, table.Folds);
        Assert.Contains("2 folds", table.Describe(), StringComparison.Ordinal);
        Assert.Contains("strong", table.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhatDoesNotFit_IsRefused()
    {
        ClassificationData data = Drawn(20, 6);

        Assert.Throws<ArgumentException>(() => ImportanceTable.Of(Model, data, ["a"], Few));
        Assert.Throws<ArgumentException>(() => ImportanceTable.Of(new WeighedColumns(["other"], 0, 1), data, options: Few));
        Assert.Throws<ArgumentException>(() => ImportanceTable.Of(Model, data, options: new ImportanceOptions { Repeats = 1 }));
        Assert.Throws<ArgumentException>(() => ImportanceTable.OverFolds([(Model, data)]));
    }

    private static ClassificationData Drawn(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[] values = [.. Enumerable.Range(0, rows * Columns.Count).Select(_ => random.NextNormal())];
        bool[] labels = [.. Enumerable.Range(0, rows).Select(row => random.NextDouble() < 1 / (1 + Math.Exp(0.5 - (2 * values[row * 3]) - (0.5 * values[(row * 3) + 1]))))];
        return ClassificationData.Create(FeatureMatrix.Create(Columns, values), labels);
    }
}
