using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record ClassificationReport
{
    /// <summary>Writes the report for a person.</summary>
    /// <returns>The measures, those of the baselines beside them, then the tables of reliability and gain; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Rows:#,0} rows, {Positives:#,0} with the event ({Rate * 100:0.0} %)");
        text.AppendGrid(
        [
            ["", "AUC", "average precision", "log loss", "Brier", "KS", "lift 10 %", "expected profit", "AUC gained", "p"],
            ["model", Number(Roc.Area), Number(AveragePrecision), Number(LogLoss), Number(Brier.Score), Number(KolmogorovSmirnov), Number(LiftTop10), Number(ExpectedProfit?.Profit), "", ""],
            .. Baselines.Select(static baseline => (string[])
                [
                    $"({baseline.Baseline})",
                    Number(baseline.Roc.Second),
                    Number(baseline.AveragePrecision),
                    Number(baseline.LogLoss),
                    Number(baseline.Brier),
                    Number(baseline.KolmogorovSmirnov),
                    Number(baseline.LiftTop10),
                    Number(baseline.ExpectedProfit?.Profit),
                    baseline.Roc.Difference.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture),
                    Number(baseline.Roc.PValue),
                ]),
        ]);
        text.AppendLine(CultureInfo.InvariantCulture, $"AUC {Roc} at {Roc.Level * 100:0.##} %");
        text.AppendLine(CultureInfo.InvariantCulture, $"Brier {Brier.Score:0.0000} = reliability {Brier.Reliability:0.0000} - resolution {Brier.Resolution:0.0000} + uncertainty {Brier.Uncertainty:0.0000}");
        text.AppendLine().Append(Confusion.Describe());
        text.AppendLine().Append(Reliability.Describe());
        text.AppendLine().Append(Gain.Describe());
        if (Profit is not null)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"expected maximum profit: {ExpectedProfit}");
            text.Append(Profit.Describe());
        }

        return text.ToString();
    }

    private static string Number(double? number) => number is double known && !double.IsNaN(known) ? known.ToString("0.0000", CultureInfo.InvariantCulture) : "–";
}
