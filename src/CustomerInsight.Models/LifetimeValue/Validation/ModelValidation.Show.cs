using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record ModelValidation
{
    /// <summary>Writes the comparison for a person.</summary>
    /// <returns>A table of the forecasts' errors, one by frequency, one of the repeat purchases in the calibration, and those of value where there is one. No personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Customers:#,0} customers, {Length} ahead: purchase days of each");
        text.AppendGrid(ScoreRows(Forecasts, "#,0.0", "0.0000"));
        text.AppendLine().AppendLine("mean purchase days ahead by repeat purchases before");
        text.AppendGrid([["repeats", "customers", "actual", .. Forecasts.Select(static forecast => forecast.Forecast)], .. ByFrequency.Select(static row => (string[])
            [row.Label, Number(row.Customers, "#,0"), Mean(row.Actual), .. row.Expected.Select(Mean)])]);
        if (Models.Count > 0)
        {
            text.AppendLine().AppendLine("customers by repeat purchases before");
            text.AppendGrid([["repeats", "actual", .. Models], .. CountFit.Select(static row => (string[])
                [row.Label, Number(row.Actual, "#,0"), .. row.Expected.Select(static expected => Number(expected, "#,0.0"))])]);
            foreach (CountFitTest test in CountFitTests)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{test.Model}: chi-squared {test.ChiSquared:0.00}{(test.PValue is double p ? FormattableString.Invariant($" on {test.DegreesOfFreedom} degrees of freedom, p {p:0.0000}") : ", too few rows to test")}");
            }
        }

        if (Values.Count > 0)
        {
            text.AppendLine().AppendLine("spend of each");
            text.AppendGrid(ScoreRows(Values, "#,0.00", "#,0.00"));
        }

        if (Spend is { } spend)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"spend on a purchase day: {spend.Actual:#,0.00}, expected {spend.Expected:#,0.00}, mean absolute error {spend.MeanAbsoluteError:#,0.00} ({spend.Customers:#,0} customers who bought)");
        }

        if (Later.Customers > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Later.Customers:#,0} customers came later and are in no forecast: {Later.PurchaseDays:#,0} purchase days, {Later.Revenue:#,0.00}");
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> ScoreHead() => [["forecast", "expected", "actual", "error", "bias", "MAE", "RMSE", "correlation", "log score"]];

    private static List<string[]> ScoreRows(ValueList<ForecastScore> scores, string total, string error) => [.. ScoreHead(), .. scores.Select(score => (string[])
        [
            score.IsBaseline ? $"({score.Forecast})" : score.Forecast,
            Number(score.Expected, total),
            Number(score.Actual, total),
            score.TotalError?.ToString("+0.0 %;-0.0 %;0.0 %", CultureInfo.InvariantCulture) ?? "–",
            Number(score.Bias, error),
            Number(score.MeanAbsoluteError, error),
            Number(score.RootMeanSquaredError, error),
            score.Correlation?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–",
            score.LogScore?.ToString("0.00000", CultureInfo.InvariantCulture) ?? "–",
        ])];

    private static string Number(IFormattable number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Mean(double mean) => double.IsNaN(mean) ? "–" : Number(mean, "0.000");
}
