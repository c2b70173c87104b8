namespace CustomerInsight.Models.Tests;

/// <summary>Who of CDNOW's customers buys nothing in the first 90 days of 1998: 83.8057 %.</summary>
public sealed class CdnowChurnTests
{
    private static readonly DateTimeOffset CutOff = CutOffs.Before(new DateOnly(1998, 1, 1));

    [SharedFact]
    public void Fit_Master_IsBetterThanThePeersAndCalibrated()
    {
        var builder = new ActivityFeatureBuilder(new ActivityFeatureOptions { Purchases = new PurchaseOptions { Habits = true, KeepZeroAmounts = true } });
        var panel = CustomerPanel.From(Cdnow.ReadMaster(), [CutOff], builder, labels: new LabelOptions { KeepZeroAmounts = true });

        FitResult<ChurnModel> fit = new ChurnEstimator(new ChurnOptions { Classifier = ChurnClassifier.Logistic }).Fit(panel, out ChurnValidation? validation);

        Assert.Equal(23_570, panel.Rows);
        Assert.Equal(0.838057, validation!.Report.Rate, 6);

        // A logistic regression on plain recency, frequency and money has .806887 out of fold, recency alone .793176.
        Assert.True(validation.Candidates[0].Validation!.AreaUnderRoc.Mean > 0.808, $"The area is {validation.Candidates[0].Validation!.AreaUnderRoc}.");
        Assert.Equal(0.793176, fit.Model!.Card.Baselines.Single(baseline => baseline.Name == "recency").AreaUnderRoc, 1e-4);
        Assert.True(validation.Report.Reliability.ExpectedCalibrationError < 0.01);
        Assert.All(fit.Model.Card.Baselines, baseline => Assert.True(baseline.AreaUnderRoc < fit.Model.Card.Metrics.AreaUnderRoc && baseline.PValue < 0.01));
        Assert.Equal("Pareto/NBD", fit.Model.Alive!.Purchases.Name);
    }
}
