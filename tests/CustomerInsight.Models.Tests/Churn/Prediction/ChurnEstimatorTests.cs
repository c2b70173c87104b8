namespace CustomerInsight.Models.Tests;

public sealed class ChurnEstimatorTests
{
    private static readonly ChurnOptions Logistic = new() { Classifier = ChurnClassifier.Logistic };
    private static readonly CustomerPanel Panel = DrawnPanel.Of(1_500, 1);
    private static readonly FitResult<ChurnModel> Fitted = new ChurnEstimator(Logistic).Fit(Panel);

    private static CustomerSnapshot Snapshot => Panel.Snapshots[0].Snapshot;

    [Fact]
    public void Fit_KnownTruth_FindsItsChances()
    {
        ChurnModel model = Fitted.Model!;
        double[] chances = model.Probabilities(Snapshot);

        double[] wrong = [.. chances.Select((chance, row) => (Chance: chance, Row: row))
            .Where(item => !Snapshot.Features["monthly_fee"]![item.Row].IsMissing && !Snapshot.Features["contract"]![item.Row].IsMissing)
            .Select(item => Math.Abs(item.Chance - (1 / (1 + Math.Exp(-DrawnPanel.LogOdds(
                Snapshot.Features["monthly_fee"]![item.Row].Number, Snapshot.Features["tenure_months"]![item.Row].Number, Snapshot.Features["contract"]![item.Row].Text))))))];

        Assert.True(wrong.Average() < 0.03, $"Chances are off by {wrong.Average()} on average.");
        Assert.Equal(Duration.Days(30), model.Horizon);
    }

    [Fact]
    public void Predict_EveryCustomer_AddsUpByTrait()
    {
        ChurnModel model = Fitted.Model!;
        IReadOnlyList<ChurnPrediction> predictions = model.Predict(Snapshot);
        double[] chances = model.Probabilities(Snapshot);

        Assert.Equal(Snapshot.Features.Customers, predictions.Select(prediction => prediction.Customer));
        Assert.All(predictions.Zip(chances), pair =>
        {
            Assert.Equal(pair.Second, pair.First.Probability!.Value, 1e-12);
            Assert.Equal(["contract", "monthly_fee", "paperless", "tenure_months"], pair.First.Contributions.Select(one => one.Feature).Order(StringComparer.Ordinal));
            double logOdds = pair.First.Baseline + pair.First.Contributions.Sum(one => one.LogOdds);
            Assert.Equal(Math.Log(pair.Second / (1 - pair.Second)), logOdds, 1e-9);
        });
    }

    [Fact]
    public void Predict_OneCustomer_IsAsAmongAll()
    {
        IReadOnlyList<ChurnPrediction> all = Fitted.Model!.Predict(Snapshot);
        TraitTable one = Snapshot.Features.Of(["c00007"]);

        Assert.Equal(all[7], Fitted.Model.Predict(Snapshot with { Features = one })[0]);
    }

    [Fact]
    public void Fit_Twice_IsTheSameForAnyThreads()
    {
        FitResult<ChurnModel> one = new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, MaxDegreeOfParallelism = 1 }).Fit(Panel);

        Assert.Equal(Fitted.Model, one.Model);
        Assert.Equal(Fitted.Report, one.Report);
    }

    [Fact]
    public void Fit_BothClassifiers_ChoosesWithAReason()
    {
        FitResult<ChurnModel> fit = new ChurnEstimator(new ChurnOptions { Folds = 3 }).Fit(Panel, out ChurnValidation? validation);

        Assert.Equal([ChurnClassifier.Logistic, ChurnClassifier.Boosting], validation!.Candidates.Select(candidate => candidate.Classifier));

        // The truth is a sum, so trees can only follow it from afar.
        Assert.Equal(ChurnClassifier.Logistic, validation.Chosen);
        Assert.Contains("simpler", validation.Reason, StringComparison.Ordinal);
        Assert.Equal(validation.Reason, fit.Model!.Card.Reason);
        Assert.Contains("boosting", validation.Describe(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChurnClassifier.Logistic, CalibrationKind.None)]
    [InlineData(ChurnClassifier.Logistic, CalibrationKind.Isotonic)]
    [InlineData(ChurnClassifier.Boosting, CalibrationKind.Platt)]
    public void Load_Saved_IsEqual(ChurnClassifier classifier, CalibrationKind calibration)
    {
        ChurnModel model = new ChurnEstimator(new ChurnOptions { Classifier = classifier, Calibration = calibration, Folds = 2 }).Fit(DrawnPanel.Of(400, 2)).Model!;
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;

        ChurnModel loaded = ChurnModel.Load(file);

        Assert.Equal(model, loaded);
        Assert.Equal(model.Probabilities(Snapshot), loaded.Probabilities(Snapshot));
        Assert.Equal(calibration == CalibrationKind.None, loaded.Calibration is null);
    }

    [Fact]
    public void Card_OfTheFit_SaysWhatItIs()
    {
        ModelCard card = Fitted.Model!.Card;
        string text = card.Describe();

        Assert.Equal((1_500, 1_500, Panel.Labels.Count(true)), (card.Rows, card.Customers, card.Positives));
        Assert.Equal(Fitted.Model.Encoding.SchemaHash, card.SchemaHash);
        Assert.Equal([DrawnPanel.CutOff], card.CutOffs);
        Assert.InRange(card.Metrics.AreaUnderRoc, 0.75, 0.95);
        Assert.True(card.Metrics.Low < card.Metrics.AreaUnderRoc && card.Metrics.AreaUnderRoc < card.Metrics.High);
        Assert.Equal(0.5, Assert.Single(card.Baselines).AreaUnderRoc, 12);
        Assert.Contains("Logistic regression was asked for.", text, StringComparison.Ordinal);
        Assert.Contains("learned from 1,500 rows of 1,500 customers as of 2024-06-30", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_SeveralCutOffs_KeepsACustomerInOneFold()
    {
        CustomerPanel panel = DrawnPanel.Of(300, 3, cutOffs: 2);

        FitResult<ChurnModel> fit = new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, TimeOrdered = false }).Fit(panel, out ChurnValidation? validation);

        Assert.Equal((600, 300), (fit.Model!.Card.Rows, fit.Model.Card.Customers));
        Assert.Equal([DrawnPanel.CutOff.AddDays(-90), DrawnPanel.CutOff], fit.Model.Card.CutOffs);
        Assert.Equal(600, validation!.Probabilities.Count);
        Assert.DoesNotContain(double.NaN, validation.Probabilities);
    }

    [Fact]
    public void Fit_TooFewOrOneKind_IsRefusedWithWhatToDo()
    {
        CustomerPanel few = DrawnPanel.Of(40, 4);
        CustomerLabels labels = Panel.Snapshots[0].Labels;
        CustomerLabels nobody = CustomerLabels.Given(labels.CutOff, labels.WindowEnd, labels.Customers, new bool[labels.Customers.Count]);

        FitResult<ChurnModel> fit = new ChurnEstimator(Logistic).Fit(few, out ChurnValidation? validation);

        Assert.Null(fit.Model);
        Assert.Null(validation);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        Assert.Equal("too-few-events", Assert.Single(fit.Report.Warnings).Code);
        FitResult<ChurnModel> one = new ChurnEstimator(Logistic).Fit(new CustomerPanel([new LabelledSnapshot(Snapshot, nobody)]));
        Assert.Equal("one-kind-only", Assert.Single(one.Report.Warnings).Code);
        Assert.Null(new ChurnEstimator(Logistic).Fit(new CustomerPanel([])).Model);
    }

    [Fact]
    public void Fit_NoTraitThatTells_IsRefused()
    {
        CustomerLabels labels = Panel.Snapshots[0].Labels;
        var features = TraitTable.Create(labels.Customers, null, [TraitColumn.Texts("id", [.. labels.Customers]), TraitColumn.Numbers("same", [.. labels.Customers.Select(_ => 1.0)])]);

        FitResult<ChurnModel> fit = new ChurnEstimator(Logistic).Fit(new CustomerPanel([new LabelledSnapshot(new CustomerSnapshot(labels.CutOff, features), labels)]));

        Assert.Null(fit.Model);
        Assert.Contains("identifier-trait", fit.Report.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void Fit_WindowsOfOtherLengths_IsRefused()
    {
        LabelledSnapshot one = Panel.Snapshots[0];
        CustomerLabels longer = CustomerLabels.Given(one.Labels.CutOff.AddDays(-90), one.Labels.CutOff, one.Labels.Customers, [.. one.Labels.Labels]);
        var other = new LabelledSnapshot(one.Snapshot with { AsOf = longer.CutOff }, longer);

        Assert.Throws<ArgumentException>(() => new ChurnEstimator(Logistic).Fit(new CustomerPanel([one, other])));
    }

    [Fact]
    public void Predict_OtherTraits_NamesThem() => Assert.Contains(
        "'tenure_months'", Assert.Throws<ArgumentException>(() => Fitted.Model!.Predict(new CustomerSnapshot(DrawnPanel.CutOff, TraitTable.Create(["a"], null, [])))).Message, StringComparison.Ordinal);

    [Fact]
    public void Importance_ByTrait_RanksWhatTheTruthGoesBy()
    {
        ImportanceTable table = Fitted.Model!.Importance(Panel.Snapshots[0], new ImportanceOptions { Draws = 20 });

        Assert.Equal("paperless", table.Features[^1].Feature);
        Assert.Equal(4, table.Features.Count);
    }

    [Fact]
    public void Fit_Progress_HearsEachFold()
    {
        var heard = new Heard();

        _ = new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic, Folds = 3 }, heard).Fit(DrawnPanel.Of(400, 5));

        Assert.Equal([1, 2, 3], heard.Values);
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new ChurnEstimator(Logistic).Fit(Panel, stop.Token));
    }

    [Fact]
    public void Search_ContractThatCanBeChanged_BringsTheRiskDown()
    {
        ChurnModel model = Fitted.Model!;
        var search = new CounterfactualSearch(model, Snapshot.Features, [new("contract"), new("monthly_fee", ChangeDirection.Down)], new CounterfactualOptions { Target = 0.4 });
        ChurnPrediction risky = model.Predict(Snapshot).First(prediction => prediction.Probability is > 0.5 and < 0.7);

        ValueList<CounterfactualHint> hints = search.Find(Snapshot, risky.Customer);

        Assert.NotEmpty(hints);
        Assert.All(hints, hint => Assert.True(hint.After < hint.Before));
    }

    [Fact]
    public void New_OptionsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ChurnEstimator(new ChurnOptions { Folds = 1 }));
        Assert.Throws<ArgumentException>(() => new ChurnEstimator(new ChurnOptions { Target = string.Empty }));
        Assert.Throws<ArgumentException>(() => new ChurnEstimator(new ChurnOptions { Labels = new LabelOptions { EventTypes = [] } }));
        Assert.Throws<ArgumentException>(() => new ChurnEstimator(new ChurnOptions { Logistic = new LogisticOptions { PenaltyStrength = -1 } }));
    }

    [Fact]
    public void Given_LabelsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => CustomerLabels.Given(DrawnPanel.CutOff, DrawnPanel.CutOff.AddDays(1), ["a"], []));
        Assert.Throws<ArgumentException>(() => CustomerLabels.Given(DrawnPanel.CutOff, DrawnPanel.CutOff, ["a"], [true]));
        Assert.Throws<ArgumentException>(() => CustomerLabels.Given(DrawnPanel.CutOff, DrawnPanel.CutOff.AddDays(1), ["a", "a"], [true, false]));
        Assert.Equal(["a", "b"], CustomerLabels.Given(DrawnPanel.CutOff, DrawnPanel.CutOff.AddDays(1), ["b", "a"], [true, false]).Customers);
        Assert.Equal([false, true], CustomerLabels.Given(DrawnPanel.CutOff, DrawnPanel.CutOff.AddDays(1), ["b", "a"], [true, false]).Labels);
    }
}
