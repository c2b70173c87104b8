namespace CustomerInsight.Models.Tests;

public sealed class BoostingEstimatorTests
{
    [Fact]
    public void Fit_AnyThreadsAndOrder_GivesTheSameModelBitForBit()
    {
        // So many rows that the work of one tree is shared out too.
        ClassificationData data = BoostingSample.Rows(70_000, 7, weighted: true);
        ClassificationData shuffled = BoostingSample.Shuffled(data, 8);
        foreach (BoostingOptions options in new[] { new BoostingOptions { Rounds = 4 }, BoostingSample.Plain(4) })
        {
            options.MaxDegreeOfParallelism = 1;
            BoostingModel alone = BoostingSample.Fitted(data, options);
            options.MaxDegreeOfParallelism = 3;

            Assert.Equal(alone, BoostingSample.Fitted(data, options));
            Assert.Equal(alone, BoostingSample.Fitted(shuffled, options));
        }
    }

    [Fact]
    public void Fit_FewRowsAnyOrder_GivesTheSameModelBitForBit() => Prop.ForAll<int>(seed =>
    {
        ClassificationData data = BoostingSample.Rows(300, (ulong)seed, weighted: true);
        var options = new BoostingOptions { Rounds = 12, MinimumLeafRows = 5, Seed = (ulong)seed };
        Assert.Equal(BoostingSample.Fitted(data, options), BoostingSample.Fitted(BoostingSample.Shuffled(data, (ulong)seed + 1), options));
    }).Check(Quick.Tests(20));

    [Fact]
    public void Fit_WholeWeights_CountAsRepeatedRows()
    {
        ClassificationData data = BoostingSample.Rounded(BoostingSample.Rows(400, 9));
        int[] times = [.. Enumerable.Range(0, data.Rows).Select(static row => 1 + (row % 3))];
        var weighted = ClassificationData.Create(data.Features, data.Labels.ToArray(), [.. times.Select(static time => (double)time)], data.Categories);
        ClassificationData repeated = data.Take([.. times.SelectMany(static (time, row) => Enumerable.Repeat(row, time))]);
        BoostingOptions options = BoostingSample.Plain();
        options.MinimumLeafRows = 1;

        BoostingModel byWeight = BoostingSample.Fitted(weighted, options);
        BoostingModel byRows = BoostingSample.Fitted(repeated, options);

        Assert.All(Enumerable.Range(0, data.Rows), row => Assert.Equal(byRows.Margin(data.Features.Row(row)), byWeight.Margin(data.Features.Row(row)), 1e-6));
    }

    [Fact]
    public void Fit_Trees_AreThoseOfTheDefinition()
    {
        ClassificationData data = BoostingSample.Rounded(BoostingSample.Rows(600, 11, weighted: true, levels: 4));
        foreach (int leaves in new[] { 2, 5, 12 })
        {
            BoostingOptions options = BoostingSample.Plain(8);
            options.MaximumLeaves = leaves;
            BoostingModel model = BoostingSample.Fitted(data, options);
            double[] expected = BoostingDefinition.Margins(data, options);
            double[] margins = new double[data.Rows];

            model.Margins(data.Features, margins);

            Assert.All(expected.Zip(margins), static pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
    }

    [Fact]
    public void Fit_ManyNarrowColumns_AreSummedTogetherExactly()
    {
        // Forty flags share the lanes that eight columns have; each must be found where it matters.
        var random = new SeededRandom(12);
        double[] values = [.. Enumerable.Range(0, 3_000 * 40).Select(_ => (double)random.Next(2))];
        bool[] labels = [.. Enumerable.Range(0, 3_000).Select(row => random.NextDouble() < (values[(row * 40) + 33] > 0 ? 0.8 : 0.2))];
        var data = ClassificationData.Create(FeatureMatrix.Create(ValueList.From(Enumerable.Range(0, 40).Select(static column => $"x{column}")), values), labels);
        BoostingOptions options = BoostingSample.Plain(1);
        options.MaximumLeaves = 2;

        BoostingNode root = BoostingSample.Fitted(data, options).Trees[0].Nodes[0];

        Assert.Equal((33, 0.5), (root.Feature, root.Threshold));
    }

    [Fact]
    public void Fit_MissingValues_GoToTheSideThatIsLearned()
    {
        var random = new SeededRandom(13);
        double[] values = [.. Enumerable.Range(0, 2_000).Select(row => row % 4 == 0 ? double.NaN : random.NextDouble())];
        foreach (bool missingIsLikely in new[] { true, false })
        {
            bool[] labels = [.. values.Select(value => random.NextDouble() < (double.IsNaN(value) == missingIsLikely ? 0.9 : 0.1))];
            BoostingModel model = BoostingSample.Fitted(ClassificationData.Create(FeatureMatrix.Create(["x"], values), labels), BoostingSample.Plain(40));

            Assert.InRange(model.Probability([double.NaN]), missingIsLikely ? 0.8 : 0, missingIsLikely ? 1 : 0.2);
            Assert.InRange(model.Probability([0.5]), missingIsLikely ? 0 : 0.8, missingIsLikely ? 0.2 : 1);
        }
    }

    [Fact]
    public void Fit_CategoriesInNoOrder_AreParted()
    {
        // Every third of thirty categories is likely: no order of their numbers parts them.
        var random = new SeededRandom(14);
        double[] values = [.. Enumerable.Range(0, 6_000).Select(_ => (double)random.Next(30))];
        bool[] labels = [.. values.Select(value => random.NextDouble() < (value % 3 == 1 ? 0.9 : 0.1))];
        BoostingOptions options = BoostingSample.Plain(1);
        options.MaximumLeaves = 2;

        BoostingTree tree = BoostingSample.Fitted(ClassificationData.Create(FeatureMatrix.Create(["kind"], values), labels, null, ["kind"]), options).Trees[0];

        Assert.Equal([1, 4, 7, 10, 13, 16, 19, 22, 25, 28], tree.Nodes[0].Levels);
    }

    [Fact]
    public void Fit_CategoryThatIsMissing_IsParted()
    {
        // The event depends on nothing but whether the category is known.
        double[] values = [.. Enumerable.Range(0, 2_000).Select(static row => row % 4 == 0 ? double.NaN : row % 10)];
        bool[] labels = [.. values.Select(static (value, row) => row % 7 == 0 != double.IsNaN(value))];
        foreach ((int categories, int oneAgainstRest) in new[] { (10, 4), (10, 255), (1, 0) })
        {
            BoostingOptions options = BoostingSample.Plain(1);
            (options.MaximumLeaves, options.OneAgainstRest) = (2, oneAgainstRest);
            double[] kinds = [.. values.Select(value => double.IsNaN(value) ? value : value % categories)];
            BoostingTree tree = BoostingSample.Fitted(ClassificationData.Create(FeatureMatrix.Create(["kind"], kinds), labels, null, ["kind"]), options).Trees[0];

            Assert.Equal(kinds.Where(static value => !double.IsNaN(value)).Distinct().Count(), tree.Nodes[0].Levels.Count);
            Assert.Equal(500, tree.Nodes[tree.Nodes[0].MissingLeft ? tree.Nodes[0].Left : tree.Nodes[0].Right].Cover);
        }
    }

    [Fact]
    public void Fit_WeightsThatSumToOne_LearnAsThoseOfOne()
    {
        ClassificationData data = BoostingSample.Rows(900, 22);
        double[] ones = [.. Enumerable.Repeat(1.0, data.Rows)];
        double[] uneven = [.. BoostingSample.Rows(900, 22, weighted: true).Weights];
        foreach (double share in new[] { 1.0 / 900, 1e-310 })
        {
            Assert.Equal(Fitted(ones, 1), Fitted(ones, share));
        }

        // Below 1 on average the scale of weights means nothing.
        Assert.Equal(Fitted(uneven, Math.ScaleB(1, -5)), Fitted(uneven, Math.ScaleB(1, -20)));
        Assert.NotEmpty(Fitted(uneven, Math.ScaleB(1, -20)).Trees);

        BoostingModel Fitted(double[] weights, double share) => BoostingSample.Fitted(
            ClassificationData.Create(data.Features, data.Labels.ToArray(), [.. weights.Select(weight => weight * share)], data.Categories), BoostingSample.Plain());
    }

    [Fact]
    public void Fit_TenThousandCategories_KeepsTheFrequentOnes()
    {
        var random = new SeededRandom(15);
        double[] values = [.. Enumerable.Range(0, 30_000).Select(row => row % 2 == 0 ? row % 20 : 100 + (double)random.Next(10_000))];
        bool[] labels = [.. values.Select(value => random.NextDouble() < (value == 4 ? 0.9 : 0.2))];
        BoostingModel model = BoostingSample.Fitted(ClassificationData.Create(FeatureMatrix.Create(["kind"], values), labels, null, ["kind"]), BoostingSample.Plain(30));

        Assert.InRange(model.Probability([4]), 0.7, 1);
        Assert.InRange(model.Probability([1e6]), 0.05, 0.4);
    }

    [Theory]
    [InlineData(MonotoneDirection.Rising)]
    [InlineData(MonotoneDirection.Falling)]
    public void Fit_MonotoneFeature_NeverTurns(MonotoneDirection direction)
    {
        ClassificationData data = BoostingSample.Rows(1_500, 16);
        BoostingOptions options = BoostingSample.Plain(60);
        options.MaximumLeaves = 20;
        options.Monotone["wave"] = direction;
        options.Monotone["noise"] = direction;
        BoostingModel model = BoostingSample.Fitted(data, options);
        int sign = direction == MonotoneDirection.Rising ? 1 : -1;

        for (int row = 0; row < 60; row++)
        {
            double[] features = data.Features.Row(row).ToArray();
            double last = double.NegativeInfinity;
            for (double wave = -3.2; wave < 3.2; wave += 0.05)
            {
                (features[0], features[4]) = (wave, 5 + wave);
                double margin = sign * model.Margin(features);
                Assert.True(margin >= last - 1e-12);
                last = margin;
            }
        }
    }

    [Fact]
    public void Fit_RowsLeftOut_SayWhenToEnd()
    {
        ClassificationData data = BoostingSample.Rows(1_200, 17);
        ClassificationData others = BoostingSample.Rows(4_000, 18);
        foreach (int members in new[] { 1, 3 })
        {
            var heard = new List<BoostingRound>();
            var options = new BoostingOptions { Members = members, LearningRate = 0.2 };
            FitResult<BoostingModel> fit = new BoostingEstimator(options, new Listener(heard.Add)).Fit(data);
            ValueList<BoostingRound> curve = fit.Model!.Curve;

            Assert.Equal(curve.Count, heard.Count);
            Assert.Equal(fit.Report.Iterations + options.StopAfter, curve.Count);
            Assert.Equal(fit.Report.Iterations, curve.MinBy(static round => round.ValidationLoss)!.Round);
            options.StopAfter = 0;
            options.Rounds = 600;
            Assert.True(BoostingSample.LogLoss(fit.Model, others) < BoostingSample.LogLoss(BoostingSample.Fitted(data, options), others));
        }
    }

    [Fact]
    public void Fit_LossLeftOut_IsThatOfTheMemberThatDidNotLearnTheRow()
    {
        // With two members each row is predicted by the one; a constant column leaves the starting margin, whose loss is known.
        ClassificationData data = BoostingSample.Rows(500, 19);
        BoostingModel model = BoostingSample.Fitted(data, new BoostingOptions { Members = 2, Rounds = 1, LearningRate = 0.0001, RowShare = 1 });
        double rate = (double)data.Positives / data.Rows;

        Assert.Equal(-(rate * Math.Log(rate)) - ((1 - rate) * Math.Log(1 - rate)), model.Curve[0].ValidationLoss!.Value, 1e-4);
        Assert.Equal(-(rate * Math.Log(rate)) - ((1 - rate) * Math.Log(1 - rate)), model.Curve[0].TrainingLoss, 1e-9);
    }

    [Fact]
    public void Fit_PositiveWeight_MovesTheChances()
    {
        ClassificationData data = BoostingSample.Rows(2_000, 20);
        BoostingOptions options = BoostingSample.Plain(50);
        double plain = BoostingSample.Fitted(data, options).Probabilities(data.Features).Average();
        options.PositiveWeight = 5;

        Assert.Equal((double)data.Positives / data.Rows, plain, 0.01);
        Assert.True(BoostingSample.Fitted(data, options).Probabilities(data.Features).Average() > plain + 0.1);
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        var estimator = new BoostingEstimator(new BoostingOptions { StopAfter = 0, Rounds = 100_000 }, new Listener(_ => source.Cancel()));
        source.CancelAfter(TimeSpan.FromMilliseconds(300));

        Assert.ThrowsAny<OperationCanceledException>(() => estimator.Fit(BoostingSample.Rows(500, 21), source.Token));
    }

    private sealed class Listener(Action<BoostingRound> hear) : IProgress<BoostingRound>
    {
        public void Report(BoostingRound value) => hear(value);
    }
}
