namespace CustomerInsight.Models.Tests;

/// <summary>How models are measured on customers of several cut-offs.</summary>
public sealed class ChurnPanelFitTests
{
    private static readonly ChurnOptions Logistic = new() { Classifier = ChurnClassifier.Logistic };

    /// <summary>At one time many leave and at the next few: who learns from the same time seems to know it.</summary>
    [Fact]
    public void Fit_ChangingTimes_IsMeasuredAsItWouldHavePredicted()
    {
        CustomerPanel panel = Turning(400, 4, 90);

        ModelCard honest = new ChurnEstimator(Logistic).Fit(panel, out ChurnValidation? validation).Model!.Card;
        ModelCard flattered = new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, TimeOrdered = false }).Fit(panel).Model!.Card;

        Assert.True(honest.Metrics.AreaUnderRoc < flattered.Metrics.AreaUnderRoc - 0.1, $"{honest.Metrics.AreaUnderRoc} is not below {flattered.Metrics.AreaUnderRoc}.");
        Assert.Equal((1_200, 1_600), (honest.Metrics.Rows, flattered.Metrics.Rows));
        Assert.Equal(Enumerable.Repeat(true, 400), validation!.Probabilities.Take(400).Select(double.IsNaN));
        Assert.DoesNotContain(double.NaN, validation.Probabilities.Skip(400));
        Assert.Equal("15 of customers and later cut-offs by earlier ones of others", honest.Settings.Single(setting => setting.Name == "folds").Value);
        Assert.Equal("5 of customers over all cut-offs", flattered.Settings.Single(setting => setting.Name == "folds").Value);
        Assert.DoesNotContain("not-time-ordered", flattered.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void Fit_CutOffsTooClose_SaysThatTimesAreMixed()
    {
        FitResult<ChurnModel> fit = new ChurnEstimator(Logistic).Fit(Turning(300, 2, 10));

        Assert.Contains("not-time-ordered", fit.Model!.Card.Warnings.Select(warning => warning.Code));
        Assert.Equal(600, fit.Model.Card.Metrics.Rows);
    }

    /// <summary>To look at the same customers ten times within days says no more of them than to look once.</summary>
    [Fact]
    public void Fit_TheSameCustomersAgain_DoesNotNarrowTheInterval()
    {
        LabelledSnapshot one = DrawnPanel.Of(400, 7).Snapshots[0];
        var ten = new CustomerPanel(ValueList.From(Enumerable.Range(0, 10).Select(day => new LabelledSnapshot(
            one.Snapshot with { AsOf = one.Labels.CutOff.AddDays(day) },
            CustomerLabels.Given(one.Labels.CutOff.AddDays(day), one.Labels.WindowEnd.AddDays(day), one.Labels.Customers, one.Labels.Labels)))));

        CardMetrics once = new ChurnEstimator(Logistic).Fit(new CustomerPanel([one])).Model!.Card.Metrics;
        CardMetrics often = new ChurnEstimator(Logistic).Fit(ten).Model!.Card.Metrics;

        Assert.InRange((often.High - often.Low) / (once.High - once.Low), 0.9, 1.1);
    }

    /// <summary>With one row a customer, the variance is that of independent rows.</summary>
    [Fact]
    public void Covariance_OneRowEach_IsThatOfRows()
    {
        var random = new SeededRandom(3);
        bool[] labels = [.. Enumerable.Range(0, 60).Select(_ => random.Next(3) == 0)];
        DeLong first = DeLong.Of([.. labels.Select(label => random.NextDouble() + (label ? 0.4 : 0))], labels)!;
        DeLong second = DeLong.Of([.. labels.Select(label => random.NextDouble() + (label ? 0.2 : 0))], labels)!;

        Assert.Equal(DeLong.Covariance(first, second), new ClusteredDeLong(labels, [.. labels.Select((_, row) => $"{row}")]).Covariance(first, second), 1e-15);
    }

    /// <summary>Against the spread of the area over many draws of customers with three rows each, of which both labels may be.</summary>
    [Fact]
    public void Covariance_RowsOfCustomers_IsTheSpreadOfTheArea()
    {
        var random = new SeededRandom(5);
        var areas = new List<double>();
        var variances = new List<double>();
        for (int draw = 0; draw < 400; draw++)
        {
            var scores = new List<double>();
            var labels = new List<bool>();
            var customers = new List<string>();
            for (int customer = 0; customer < 80; customer++)
            {
                double own = random.NextDouble();
                for (int row = 0; row < 3; row++)
                {
                    scores.Add(own + (0.2 * random.NextDouble()));
                    labels.Add(random.NextDouble() < own);
                    customers.Add($"{customer}");
                }
            }

            DeLong found = DeLong.Of(scores.ToArray(), labels.ToArray())!;
            areas.Add(found.Area);
            variances.Add(new ClusteredDeLong(labels.ToArray(), customers).Covariance(found, found));
        }

        double mean = areas.Average();
        double spread = areas.Sum(area => (area - mean) * (area - mean)) / (areas.Count - 1);
        Assert.InRange(variances.Average() / spread, 0.8, 1.25);
    }

    [Fact]
    public void Fit_FewCustomersManyTimes_IsRefused()
    {
        CustomerPanel panel = DrawnPanel.Of(20, 1, 95);

        FitResult<ChurnModel> fit = new ChurnEstimator(Logistic).Fit(panel);

        Assert.Null(fit.Model);
        Assert.Equal("too-few-customers", Assert.Single(fit.Report.Warnings).Code);
    }

    [Fact]
    public void Fit_FarWorseBoosting_IsSaidToBeWorse()
    {
        var options = new ChurnOptions { Folds = 2, Boosting = new BoostingOptions { Rounds = 1 } };

        _ = new ChurnEstimator(options).Fit(DrawnPanel.Of(600, 1), out ChurnValidation? validation);

        Assert.Equal(ChurnClassifier.Logistic, validation!.Chosen);
        Assert.Contains("the log loss of boosting is higher by 0.", validation.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("chance", validation.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_WithoutThePurchasesItNeeds_IsRefused()
    {
        CustomerHistory[] customers = Shop.DrawnHistories(400, 8);
        var panel = CustomerPanel.From(customers, [Shop.AsOf.AddDays(-90)], new ActivityFeatureBuilder(), Shop.AsOf);
        ChurnModel model = new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 2, MinimumOfEachKind = 10 }).Fit(panel).Model!;
        CustomerSnapshot without = panel.Snapshots[0].Snapshot with { Purchases = null };

        Assert.NotNull(model.Alive);
        Assert.Contains("no purchases", Assert.Throws<ArgumentException>(() => model.Predict(without)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.Probabilities(without));
    }

    [Fact]
    public void Importance_LabelsOfOthers_IsRefused()
    {
        CustomerPanel panel = DrawnPanel.Of(400, 2);
        ChurnModel model = new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 2 }).Fit(panel).Model!;
        LabelledSnapshot one = panel.Snapshots[0];
        var others = CustomerLabels.Given(one.Labels.CutOff, one.Labels.WindowEnd, [.. one.Labels.Customers.Select(name => "x" + name)], one.Labels.Labels);

        Assert.Contains("other customers", Assert.Throws<ArgumentException>(() => model.Importance(one with { Labels = others })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calibration")]
    [InlineData("kind")]
    [InlineData("alive")]
    [InlineData("settings")]
    [InlineData("baselines")]
    [InlineData("warnings")]
    public void Load_PartLeftOut_IsRefused(string part)
    {
        var panel = CustomerPanel.From(Shop.DrawnHistories(400, 8), [Shop.AsOf.AddDays(-90)], new ActivityFeatureBuilder(), Shop.AsOf);
        using var file = new MemoryStream();
        new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 2, MinimumOfEachKind = 10 }).Fit(panel).Model!.Save(file);
        var whole = System.Text.Json.Nodes.JsonNode.Parse(file.ToArray())!;
        System.Text.Json.Nodes.JsonNode model = whole["model"]!;
        switch (part)
        {
            case "kind":
                model["card"]!["calibration"] = "Isotonic";
                break;
            case "settings":
                model["card"]!["settings"]![0]!["value"] = null;
                break;
            case "baselines":
                model["card"]!["baselines"]![0]!["name"] = null;
                break;
            case "warnings":
                model["card"]!["warnings"]![0]!["message"] = null;
                break;
            default:
                model[part] = null;
                break;
        }

        Assert.Throws<ModelFileException>(() => ChurnModel.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(whole.ToJsonString()))));
    }

    private static CustomerPanel Turning(int customers, int cutOffs, int daysApart) => new(ValueList.From(Enumerable.Range(0, cutOffs).Select(time =>
    {
        DateTimeOffset cutOff = DrawnPanel.CutOff.AddDays(time * daysApart);
        var random = new SeededRandom((ulong)(time + 1));
        string[] names = [.. Enumerable.Range(0, customers).Select(i => $"c{i:D5}")];
        double[] values = [.. names.Select(_ => random.NextDouble())];
        bool[] labels = [.. values.Select(_ => random.NextDouble() < (time % 2 == 0 ? 0.2 : 0.8))];

        // A trait that tells the time, as a season or a price list does.
        var features = TraitTable.Create(names, null, [TraitColumn.Numbers("value", values), TraitColumn.Texts("time", [.. names.Select(_ => $"t{time}")])]);
        return new LabelledSnapshot(new CustomerSnapshot(cutOff, features), CustomerLabels.Given(cutOff, cutOff.AddDays(30), names, labels));
    })));
}
