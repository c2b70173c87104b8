namespace CustomerInsight.Models.Tests;

/// <summary>What boosting refuses, and what it names.</summary>
public sealed class BoostingRefusalTests
{
    [Fact]
    public void Fit_OneClass_IsTooLittle()
    {
        ClassificationData data = BoostingSample.Rows(200, 1);
        foreach (bool label in new[] { true, false })
        {
            bool[] labels = [.. Enumerable.Repeat(label, data.Rows)];
            AssertTooLittle("one-class", new BoostingEstimator().Fit(ClassificationData.Create(data.Features, labels)));
        }

        AssertTooLittle("one-class", new BoostingEstimator().Fit(ClassificationData.Create(FeatureMatrix.Create(["x"], []), [])));
    }

    [Fact]
    public void Fit_FewRowsOrEvents_IsTooLittle()
    {
        ClassificationData data = BoostingSample.Rows(200, 2);
        int[] two = [.. Enumerable.Range(0, 200).Where(row => data.Labels[row]).Take(2), .. Enumerable.Range(0, 200).Where(row => !data.Labels[row]).Take(100)];

        AssertTooLittle("too-few-rows", new BoostingEstimator().Fit(data.Take([.. Enumerable.Range(0, 30)])));
        AssertTooLittle("too-few-rows", new BoostingEstimator().Fit(data.Take(two)));
    }

    [Fact]
    public void Fit_NoColumnThatTells_IsTooLittleAndNamesThem()
    {
        bool[] labels = [.. Enumerable.Range(0, 200).Select(static row => row % 3 == 0)];
        double[] values = [.. Enumerable.Range(0, 400).Select(static at => at % 2 == 0 ? 5 : double.NaN)];

        FitResult<BoostingModel> fit = new BoostingEstimator().Fit(ClassificationData.Create(FeatureMatrix.Create(["same", "missing"], values), labels));

        AssertTooLittle("constant-column", fit);
        Assert.Equal(2, fit.Report.Warnings.Count);
    }

    [Fact]
    public void Fit_ColumnsOfNoUse_AreNamed()
    {
        ClassificationData data = BoostingSample.Rows(300, 3);
        double[] values = [.. Enumerable.Range(0, 300).SelectMany(row => (double[])[data.Features.Row(row)[0], 7, row])];

        FitResult<BoostingModel> fit = new BoostingEstimator().Fit(ClassificationData.Create(FeatureMatrix.Create(["wave", "same", "id"], values), data.Labels.ToArray(), null, ["id"]));

        Assert.NotNull(fit.Model);
        Assert.Contains(fit.Report.Warnings, static warning => warning.Code == "constant-column" && warning.Message.Contains("'same'", StringComparison.Ordinal));
        Assert.Contains(fit.Report.Warnings, static warning => warning.Code == "identifier-column" && warning.Message.Contains("'id'", StringComparison.Ordinal));
        Assert.DoesNotContain(fit.Model.Gains(), static gain => gain.Feature == "same");
    }

    [Fact]
    public void Fit_NumbersOfCustomers_AreNamed()
    {
        ClassificationData data = BoostingSample.Rows(300, 3);
        double[] values = [.. Enumerable.Range(0, 300).SelectMany(row => (double[])[data.Features.Row(row)[0], 70_000 + ((row * 7_919) % 400_000)])];

        FitResult<BoostingModel> fit = new BoostingEstimator().Fit(ClassificationData.Create(FeatureMatrix.Create(["wave", "number"], values), data.Labels.ToArray()));

        FitWarning warning = Assert.Single(fit.Report.Warnings, static warning => warning.Code == "identifier-column");
        Assert.Contains("'number'", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_MoreCategoriesThanBins_SaysHowManyRowsAreMerged()
    {
        // 400 categories, the first 255 of them twice as frequent; one bin is for the rest, so 254 are kept.
        double[] values = [.. Enumerable.Range(0, 6_550).Select(static row => (double)(row % 655 % 400))];
        bool[] labels = [.. values.Select(static (value, row) => (value + row) % 3 == 0)];

        FitResult<BoostingModel> fit = new BoostingEstimator(new BoostingOptions { Rounds = 5 }).Fit(ClassificationData.Create(FeatureMatrix.Create(["kind"], values), labels, null, ["kind"]));

        FitWarning warning = Assert.Single(fit.Report.Warnings, static warning => warning.Code == "merged-categories");
        Assert.Contains("'kind' has 400 categories, of which the 254 most frequent are told apart; the others, 22.44 % of the rows", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_InfiniteValue_IsRefusedWithItsPlace()
    {
        double[] values = new double[30_000];
        values[25_001] = double.NegativeInfinity;
        bool[] labels = [.. Enumerable.Range(0, 10_000).Select(static row => row % 2 == 0)];

        ArgumentException refused = Assert.Throws<ArgumentException>(() => new BoostingEstimator().Fit(ClassificationData.Create(FeatureMatrix.Create(["a", "b", "c"], values), labels)));

        Assert.Contains("Row 8333 is infinite as its 'c'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_MonotoneColumnThatCannotBe_IsRefused()
    {
        ClassificationData data = BoostingSample.Rows(300, 4);
        foreach (string name in new[] { "kind", "none" })
        {
            var options = new BoostingOptions { Monotone = { [name] = MonotoneDirection.Rising } };
            Assert.Throws<ArgumentException>(() => new BoostingEstimator(options).Fit(data));
        }
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new BoostingEstimator(new BoostingOptions { LearningRate = 0 }));
        Assert.Throws<ArgumentException>(() => new BoostingEstimator(new BoostingOptions { MaximumLeaves = 1 }));
        Assert.Throws<ArgumentException>(() => new BoostingEstimator(new BoostingOptions { RowShare = 1.1 }));
        Assert.Throws<ArgumentException>(() => new BoostingEstimator(new BoostingOptions { Monotone = { ["x"] = (MonotoneDirection)7 } }));
    }

    [Fact]
    public void Fit_NoSplitThatHelps_GivesEverybodyTheSameChance()
    {
        ClassificationData data = BoostingSample.Rows(300, 5);
        FitResult<BoostingModel> fit = new BoostingEstimator(new BoostingOptions { MinimumGain = 1_000_000 }).Fit(data);

        Assert.Empty(fit.Model!.Trees);
        Assert.Contains(fit.Report.Warnings, static warning => warning.Code == "no-trees");
        Assert.Equal((double)data.Positives / data.Rows, fit.Model.Probability(data.Features.Row(0)), 1e-9);
    }

    private static void AssertTooLittle(string code, FitResult<BoostingModel> fit)
    {
        Assert.Null(fit.Model);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        Assert.All(fit.Report.Warnings, warning => Assert.Equal(code, warning.Code));
        Assert.NotEmpty(fit.Report.Warnings);
    }
}
