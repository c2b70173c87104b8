using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Writes model cards.</summary>
internal static class CardMaker
{
    public const string PurchaseModelSetting = "purchase model";

    public const string NoPurchaseModel = "none";

    public static ModelCard Of(ChurnRows rows, ChurnOptions options, ChurnFolds folds, FeatureEncoding encoding, ChurnChoice choice, CalibrationKind calibration, ClassificationReport report, ValueList<FitWarning> warnings) => new()
    {
        Target = options.Target,
        Gap = rows.Gap,
        Horizon = rows.Horizon,
        LabelTarget = rows.Target,
        EventTypes = rows.EventTypes,
        Classifier = choice.Candidate.Classifier,
        Reason = choice.Reason,
        Calibration = calibration,
        LibraryVersion = typeof(CardMaker).Assembly.GetName().Version?.ToString(3) ?? string.Empty,
        SchemaHash = encoding.SchemaHash,
        CutOffs = ValueList.From(rows.Panel.Snapshots.Select(static snapshot => snapshot.Labels.CutOff)),
        Rows = rows.Count,
        Customers = rows.Panel.Customers.Count,
        Positives = rows.Positives,
        Metrics = new CardMetrics(
            report.Rows, report.Roc.Area, report.Roc.Low, report.Roc.High, report.AveragePrecision, report.LogLoss, report.Brier.Score, report.LiftTop10, report.Reliability.ExpectedCalibrationError),
        Baselines = ValueList.From(report.Baselines.Select(static baseline => new CardBaseline(baseline.Baseline, baseline.Roc.Second, double.IsNaN(baseline.Roc.PValue) ? null : baseline.Roc.PValue, baseline.LogLoss, baseline.Brier))),
        Settings = Settings(rows, options, folds, choice.Candidate.Classifier),
        Warnings = warnings,
    };

    private static ValueList<CardSetting> Settings(ChurnRows rows, ChurnOptions options, ChurnFolds folds, ChurnClassifier classifier)
    {
        List<CardSetting> settings =
        [
            new("folds", folds.Wording),
            new("seed", options.Seed.ToString(CultureInfo.InvariantCulture)),
            new(PurchaseModelSetting, rows.Alive?.Purchases.Name ?? NoPurchaseModel),
        ];
        if (classifier == ChurnClassifier.Logistic)
        {
            settings.Add(new("penalty", options.Logistic.Penalty.ToString()));
            settings.Add(new("penalty strength", Number(options.Logistic.PenaltyStrength)));
        }
        else
        {
            settings.Add(new("learning rate", Number(options.Boosting.LearningRate)));
            settings.Add(new("leaves", Number(options.Boosting.MaximumLeaves)));
            settings.Add(new("members", Number(options.Boosting.Members)));
        }

        return ValueList.From(settings);
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
