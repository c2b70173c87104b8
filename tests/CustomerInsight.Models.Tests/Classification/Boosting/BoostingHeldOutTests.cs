namespace CustomerInsight.Models.Tests;

/// <summary>Which rows members leave out, and what trees of one leaf do.</summary>
public sealed class BoostingHeldOutTests
{
    /// <summary>Twelve traits of each customer that say nothing of the event, which is the customer's at all cut-offs.</summary>
    private static ClassificationData Panel(int customers, int cutOffs, ulong seed, bool named)
    {
        var random = new SeededRandom(seed);
        var values = new List<double>();
        var labels = new List<bool>();
        for (int customer = 0; customer < customers; customer++)
        {
            double[] own = [.. Enumerable.Range(0, 12).Select(_ => random.NextDouble())];
            bool happens = random.NextDouble() < 0.4;
            for (int cutOff = 0; cutOff < cutOffs; cutOff++)
            {
                values.AddRange(own.Select(value => value + (1e-3 * random.NextDouble())));
                labels.Add(happens);
            }
        }

        ValueList<string> columns = ValueList.From(Enumerable.Range(0, 12).Select(static column => $"x{column}"));
        string[]? names = named ? [.. labels.Select((_, row) => $"customer {row / cutOffs}")] : null;
        return ClassificationData.Create(FeatureMatrix.Create(columns, [.. values], names), [.. labels]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Fit_SeveralRowsOfACustomer_AreLeftOutTogether(int members)
    {
        var options = new BoostingOptions { Rounds = 150, Members = members };
        FitResult<BoostingModel> named = new BoostingEstimator(options).Fit(Panel(300, 8, 1, named: true));
        FitResult<BoostingModel> unnamed = new BoostingEstimator(options).Fit(Panel(300, 8, 1, named: false));

        // Who the rows are of tells nothing of other customers, as the rows left out must say.
        Assert.True(named.Report.Iterations < 20, $"{named.Report.Iterations}");
        Assert.True(unnamed.Report.Iterations > 100, $"{unnamed.Report.Iterations}");
        ClassificationData others = Panel(500, 1, 2, named: false);
        Assert.Equal(BoostingSample.LogLoss(named.Model!, others), named.Model!.Curve.Min(static round => round.ValidationLoss!.Value), 0.03);
    }

    [Fact]
    public void Fit_CustomersInAnyOrder_GivesTheSameModelBitForBit()
    {
        ClassificationData panel = Panel(60, 5, 3, named: true);
        int[] twice = [.. Enumerable.Range(0, panel.Rows), .. Enumerable.Range(0, 100)];
        ClassificationData rows = panel.Take(twice);
        string[] names = [.. rows.Features.Customers!];
        for (int row = panel.Rows; row < names.Length; row += 7)
        {
            // The same contents under another name.
            names[row] = $"other {row % 3}";
        }

        var data = ClassificationData.Create(FeatureMatrix.Create(rows.Features.Columns, rows.Features.Values.ToArray(), names), rows.Labels.ToArray());
        foreach (int members in new[] { 1, 3 })
        {
            var options = new BoostingOptions { Rounds = 10, Members = members, MinimumLeafRows = 5 };
            BoostingModel model = BoostingSample.Fitted(data, options);
            Assert.NotEmpty(model.Trees);
            Assert.Equal(model, BoostingSample.Fitted(BoostingSample.Shuffled(data, 4), options));
        }
    }

    [Fact]
    public void Fit_RowsWrittenSeveralTimes_EndsAsWithWeights()
    {
        ClassificationData data = BoostingSample.Rows(400, 5);
        ClassificationData repeated = data.Take([.. Enumerable.Range(0, 1_600).Select(static row => row / 4)]);
        var weighted = ClassificationData.Create(data.Features, data.Labels.ToArray(), [.. Enumerable.Repeat(4.0, 400)], data.Categories);

        double byRows = Best(repeated, 20);
        double byWeights = Best(weighted, 5);

        Assert.Equal(byWeights, byRows, 0.03);

        static double Best(ClassificationData data, int leafRows)
        {
            FitResult<BoostingModel> fit = new BoostingEstimator(new BoostingOptions { Rounds = 400, MinimumLeafRows = leafRows }).Fit(data);
            Assert.Equal(FitStatus.Converged, fit.Report.Status);
            return fit.Model!.Curve.Min(static round => round.ValidationLoss!.Value);
        }
    }

    [Fact]
    public void Fit_FewContentsOfManyRows_AreInEveryMember()
    {
        // Four contents, one of them always with the event: left out whole, a member would know nothing of it.
        double[] values = [.. Enumerable.Range(0, 8_000).Select(static at => (double)((at / 2 >> (at % 2)) & 1))];
        bool[] labels = [.. Enumerable.Range(0, 4_000).Select(static row => row % 4 == 3 || row % 4 == row % 7)];
        BoostingModel model = BoostingSample.Fitted(ClassificationData.Create(FeatureMatrix.Create(["a", "b"], values), labels), new BoostingOptions { ColumnShare = 1 });

        Assert.True(model.Probability([1, 1]) > 0.97, $"{model.Probability([1, 1])}");
    }

    [Fact]
    public void Fit_OneMemberOfFewRows_LeavesOutBothKinds()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(static row => (double)row)];
        bool[] labels = [.. Enumerable.Range(0, 60).Select(static row => row >= 30)];
        var options = new BoostingOptions { Members = 1, ValidationShare = 0.01, MinimumLeafRows = 5 };

        FitResult<BoostingModel> fit = new BoostingEstimator(options).Fit(ClassificationData.Create(FeatureMatrix.Create(["x"], values), labels));

        Assert.True(fit.Report.Iterations > 0);
        Assert.NotNull(fit.Model!.Curve[0].ValidationLoss);
        Assert.True(fit.Model.Probability([5]) < 0.2 && fit.Model.Probability([55]) > 0.8);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    public void Fit_FewRowsToDrawFrom_IsTooLittle(int rows)
    {
        double[] values = [.. Enumerable.Range(0, rows).Select(static row => (double)row)];
        bool[] labels = [.. Enumerable.Range(0, rows).Select(row => row >= rows / 2)];

        FitResult<BoostingModel> fit = new BoostingEstimator().Fit(ClassificationData.Create(FeatureMatrix.Create(["x"], values), labels));

        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        Assert.Equal("too-few-rows", Assert.Single(fit.Report.Warnings).Code);
    }

    [Fact]
    public void Fit_AllRowsOfOneCustomer_IsTooLittle()
    {
        ClassificationData data = BoostingSample.Rows(400, 6);
        var ofOne = FeatureMatrix.Create(data.Features.Columns, data.Features.Values.ToArray(), [.. Enumerable.Repeat("one", 400)]);
        foreach (int members in new[] { 1, 4 })
        {
            FitResult<BoostingModel> fit = new BoostingEstimator(new BoostingOptions { Members = members }).Fit(ClassificationData.Create(ofOne, data.Labels.ToArray()));
            Assert.Contains(fit.Report.Warnings, static warning => warning.Code == "too-few-rows");
        }
    }

    [Fact]
    public void Fit_RoundsWithoutASplit_AddNothing()
    {
        ClassificationData data = BoostingSample.Rows(400, 7);
        var options = new BoostingOptions { Members = 1, StopAfter = 0, Rounds = 200, RowShare = 0.3, MinimumGain = 4, LearningRate = 1 };
        BoostingModel model = BoostingSample.Fitted(data, options);

        Assert.True(model.Trees.Count < options.Rounds);
        Assert.Equal((double)data.Positives / data.Rows, model.Probabilities(data.Features).Average(), 0.05);
    }

    [Fact]
    public void Fit_NoPenaltyAndSureLeaves_GainsStayFinite()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(static row => (double)(row % 6))];
        bool[] labels = [.. Enumerable.Range(0, 400).Select(static row => row % 6 > 3 || (row % 6 == 2 && row % 4 == 0))];
        foreach (bool isCategory in new[] { false, true })
        {
            BoostingOptions options = BoostingSample.Plain(300);
            (options.L2, options.MinimumLeafHessian, options.MinimumLeafRows, options.LearningRate) = (0, 0, 1, 1);
            BoostingModel model = BoostingSample.Fitted(ClassificationData.Create(FeatureMatrix.Create(["x"], values), labels, null, isCategory ? ["x"] : []), options);

            Assert.All(model.Gains(), static gain => Assert.True(double.IsFinite(gain.Gain)));
            using var file = new MemoryStream();
            model.Save(file);
        }
    }

    [Fact]
    public void Fit_MoreRowsThanTheSample_KeepsColumnsOfFewValues()
    {
        // Few contents, one of them rare: no hash of contents may drop a column or a value.
        const int Rows = 240_000;
        var random = new SeededRandom(8);
        double[] values = new double[Rows * 3];
        bool[] labels = new bool[Rows];
        for (int row = 0; row < Rows; row++)
        {
            (values[row * 3], values[(row * 3) + 1], values[(row * 3) + 2]) = (random.Next(2), random.Next(2), random.Next(50_000) == 0 ? 7 : 3);
            labels[row] = random.NextDouble() < 0.2 + (0.5 * values[row * 3]) + (0.1 * values[(row * 3) + 1]);
        }

        var data = ClassificationData.Create(FeatureMatrix.Create(["a", "b", "rare"], values), labels);
        FitResult<BoostingModel> fit = new BoostingEstimator(BoostingSample.Plain(40)).Fit(data);

        Assert.Empty(fit.Report.Warnings);
        Assert.Equal(0.7, fit.Model!.Probability([1, 0, 3]), 0.02);
        Assert.Equal(0.3, fit.Model.Probability([0, 1, 3]), 0.02);
    }

    [Fact]
    public void Fit_MoreRowsThanTheSample_FindsRangesOfManyMonths()
    {
        // One column of 600 different values, each of some four hundred equal rows.
        const int Rows = 240_000;
        var random = new SeededRandom(9);
        double[] values = [.. Enumerable.Range(0, Rows).Select(_ => (double)random.Next(600))];
        bool[] labels = [.. values.Select(value => random.NextDouble() < (value < 301 ? 0.9 : 0.1))];
        BoostingOptions options = BoostingSample.Plain(1);
        options.MaximumLeaves = 2;
        BoostingNode root = BoostingSample.Fitted(ClassificationData.Create(FeatureMatrix.Create(["x"], values), labels), options).Trees[0].Nodes[0];

        Assert.InRange(root.Threshold, 299, 303);
    }
}
