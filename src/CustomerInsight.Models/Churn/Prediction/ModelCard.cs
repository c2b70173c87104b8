using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>What a model is, on what it was learned, and how good it was: what somebody needs to know who is to rely on it.</summary>
/// <remarks>Source: Mitchell et al., "Model Cards for Model Reporting", FAT* 2019. It holds no personal data.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record ModelCard
{
    /// <summary>Gets the name of what is predicted.</summary>
    public required string Target { get; init; }

    /// <summary>Gets how long after the cut-off the window begins within which it comes or not; 0 where that is at once.</summary>
    public Duration Gap { get; init; } = Duration.Days(0);

    /// <summary>Gets how long after the cut-off the window ends; <see cref="Gap"/> included.</summary>
    public required Duration Horizon { get; init; }

    /// <summary>Gets whether the chance is that of an event or of its not coming; null where the labels do not say it.</summary>
    public LabelTarget? LabelTarget { get; init; }

    /// <summary>Gets the types of activity that are the event; none where the labels do not say it.</summary>
    public ValueList<string> EventTypes { get; init; } = [];

    /// <summary>Gets which classifier was taken.</summary>
    public required ChurnClassifier Classifier { get; init; }

    /// <summary>Gets why.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets how chances were calibrated.</summary>
    public required CalibrationKind Calibration { get; init; }

    /// <summary>Gets the version of the library that fitted the model.</summary>
    public required string LibraryVersion { get; init; }

    /// <summary>Gets the hash of the names and kinds of the traits that the model reads.</summary>
    public required string SchemaHash { get; init; }

    /// <summary>Gets the moments whose snapshots it was learned from, rising: of each, what was known up to it, and what became of it within the window.</summary>
    public required ValueList<DateTimeOffset> CutOffs { get; init; }

    /// <summary>Gets how many rows there were: a customer of two cut-offs is two.</summary>
    public required int Rows { get; init; }

    /// <summary>Gets how many customers there were.</summary>
    public required int Customers { get; init; }

    /// <summary>Gets in how many rows the event came.</summary>
    public required int Positives { get; init; }

    /// <summary>Gets how good it was, each row predicted by a model of other customers.</summary>
    public required CardMetrics Metrics { get; init; }

    /// <summary>Gets how good rules without a model were on the same rows.</summary>
    public required ValueList<CardBaseline> Baselines { get; init; }

    /// <summary>Gets with which settings it was learned.</summary>
    public required ValueList<CardSetting> Settings { get; init; }

    /// <summary>Gets what a person should know.</summary>
    public required ValueList<FitWarning> Warnings { get; init; }

    /// <summary>Gets the share of rows in which the event came.</summary>
    public double BaseRate => (double)Positives / Rows;

    /// <summary>Writes the card for a person.</summary>
    /// <returns>The text; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Target} {Window}{Event}, by {Wording(Classifier)}, calibration {Calibration}, version {LibraryVersion}, schema {SchemaHash}");
        text.AppendLine(CultureInfo.InvariantCulture, $"learned from {Rows:#,0} rows of {Customers:#,0} customers as of {string.Join(", ", CutOffs.Select(static cutOff => cutOff.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)))}; in {Positives:#,0} ({BaseRate * 100:0.00} %) the event came");
        text.AppendLine(Reason);
        text.AppendGrid(
        [
            [string.Create(CultureInfo.InvariantCulture, $"on {Metrics.Rows:#,0} rows not fitted on"), "AUC", "log loss", "Brier", "p"],
            ["model", Number(Metrics.AreaUnderRoc), Number(Metrics.LogLoss), Number(Metrics.Brier), string.Empty],
            .. Baselines.Select(static baseline => (string[])[$"({baseline.Name})", Number(baseline.AreaUnderRoc), Number(baseline.LogLoss), Number(baseline.Brier), Number(baseline.PValue)]),
        ]);
        text.AppendLine(CultureInfo.InvariantCulture, $"AUC from {Metrics.Low:0.0000} to {Metrics.High:0.0000}, average precision {Metrics.AveragePrecision:0.0000}, lift of the first tenth {Metrics.LiftTop10:0.00}, calibration error {Metrics.CalibrationError:0.0000}");
        text.AppendLine(string.Join(", ", Settings.Select(static setting => $"{setting.Name} {setting.Value}")));
        foreach (FitWarning warning in Warnings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {warning.Code}: {warning.Message}");
        }

        return text.ToString();
    }

    /// <summary>When it comes or not, in words.</summary>
    internal string Window => WindowOf(Gap, Horizon);

    internal static string WindowOf(Duration gap, Duration horizon) => gap.Length > 0 ? $"from {gap} to {horizon} after the cut-off" : $"within {horizon}";

    private string Event => EventTypes.Count == 0 ? string.Empty : $" ({(LabelTarget == Models.LabelTarget.NoEvent ? "no " : string.Empty)}{string.Join(" or ", EventTypes)})";

    internal static string Wording(ChurnClassifier classifier) => classifier == ChurnClassifier.Logistic ? "logistic regression" : "boosting";

    private static string Number(double? number) => number is double known && !double.IsNaN(known) ? known.ToString("0.0000", CultureInfo.InvariantCulture) : "–";
}
