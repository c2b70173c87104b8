namespace CustomerInsight.Models.Tests;

/// <summary>Who of CDNOW's customers buys nothing in the first 90 days of 1998.</summary>
public sealed class CdnowChurnTests
{
    private static readonly DateTimeOffset CutOff = CutOffs.Before(new DateOnly(1998, 1, 1));

    [SharedFact]
    public void Fit_Master_IsBetterThanThePeer()
    {
        ActivityLog log = Cdnow.ReadMaster();
        var builder = new ActivityFeatureBuilder(new ActivityFeatureOptions { Purchases = new PurchaseOptions { Habits = true, KeepZeroAmounts = true } });
        var panel = CustomerPanel.From(log, [CutOff], builder, labels: new LabelOptions { KeepZeroAmounts = true });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        FitResult<ChurnModel> fit = new ChurnEstimator().Fit(panel, out ChurnValidation? validation);
        File.WriteAllText("/tmp/cdnow.txt", $"{watch.Elapsed.TotalSeconds}\n" + panel.Describe() + validation?.Describe() + fit.Report.Describe() + fit.Model?.Card.Describe() + fit.Model?.Encoding.Describe());
        Assert.NotNull(fit.Model);
    }
}
