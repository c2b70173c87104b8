using System.Globalization;
using System.Text.Json;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class ModelValidationTests
{
    private static readonly BgNbdModel Published = new(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week);
    private static readonly GammaGammaModel Spending = new(6.25, 3.74, 15.44);

    private static readonly Lazy<PurchaseHoldout> CdnowSample = new(() =>
        PurchaseHoldout.From(Cdnow.ReadSample(), Cdnow.CalibrationEnd, Cdnow.HoldoutEnd, new PurchaseOptions { KeepZeroAmounts = true }));

    private static readonly Lazy<PurchaseHoldout> Small = new(() => PurchaseHoldout.From(DrawnHistories(120, 7), AsOf.AddDays(-90), AsOf));

    /// <summary>Fader, Hardie, Lee 2005 (BG/NBD), table 2: 4.82 for the fit of the 39 weeks, and section 5 for all 78 weeks: 4 % too few.</summary>
    [SharedFact]
    public void Of_CdnowSample_IsAsFaderHardieLee2005()
    {
        ModelValidation validation = ModelValidation.Of(CdnowSample.Value, [Published]);

        CountFitTest test = Assert.Single(validation.CountFitTests);
        Assert.Equal(4.82, test.ChiSquared, 0.02);
        Assert.Equal((3, 0.19), (test.DegreesOfFreedom, Math.Round(test.PValue!.Value, 2)));
        Assert.Equal([1411, 439, 214, 100, 62, 38, 29, 64], validation.CountFit.Select(row => row.Actual));
        Assert.Equal(39 + 39, validation.Tracking.Count);
        Assert.Equal(39, validation.Tracking.Count(row => row.IsHoldout));
        TrackingRow end = validation.Tracking[38];
        Assert.Equal((new DateOnly(1997, 9, 30), false, 2_457L), (end.LastDay, end.IsHoldout, end.CumulativeActual));
        Assert.Equal(1_882, validation.Tracking[^1].CumulativeActual - end.CumulativeActual);
        Assert.Equal(-0.04, (validation.Tracking[^1].CumulativeExpected[0] / 4_339) - 1, 0.005);
    }

    [SharedFact]
    public void Of_CdnowSample_AgreesWithTheReference()
    {
        ModelValidation validation = ModelValidation.Of(CdnowSample.Value, [Published]);

        string[][] rows = [.. File.ReadLines(SharedData.Path("reference", "lifetime-value", "cdnow_golden_fixed_params.csv")).Skip(1).Select(line => line.Split(','))];
        double[] actual = [.. rows.Select(row => Number(row[5]))];
        double[] errors = [.. rows.Select((row, i) => Number(row[12]) - actual[i])];
        ForecastScore score = validation.Forecasts[0];
        Assert.Equal(("BG/NBD", false, actual.Sum()), (score.Forecast, score.IsBaseline, score.Actual));
        CloseTo.Relative(rows.Sum(row => Number(row[12])), score.Expected, 1e-3);
        CloseTo.Relative(errors.Average(Math.Abs), score.MeanAbsoluteError, 1e-3);
        CloseTo.Relative(Math.Sqrt(errors.Average(error => error * error)), score.RootMeanSquaredError, 1e-3);
        Assert.Equal(errors.Average(), score.Bias, 1e-3);
        Assert.Equal([BaselineNames.Mean, BaselineNames.OwnRate, BaselineNames.SameAgain], validation.Forecasts.Where(forecast => forecast.IsBaseline).Select(forecast => forecast.Forecast));
        Assert.All(validation.Forecasts.Where(forecast => forecast.IsBaseline), baseline => Assert.True(baseline.RootMeanSquaredError > score.RootMeanSquaredError));
        Assert.Null(validation.Forecasts[1].Correlation);
    }

    [Fact]
    public void Of_SmallShop_AgreesWithThePlainDefinitions()
    {
        PurchaseHoldout holdout = Small.Value;
        var other = new BgNbdModel(1, 60, .5, 2, TimeUnit.Day);
        ModelValidation validation = ModelValidation.Of(holdout, [Published, other, other], Spending, new ValidationOptions { TrackingDays = 10, LargestRepeats = 3 });

        Assert.Equal(["BG/NBD", "BG/NBD (2)", "BG/NBD (3)"], validation.Models);
        Assert.Equal(validation.Forecasts[1] with { Forecast = "BG/NBD (3)" }, validation.Forecasts[2]);
        double days = holdout.Patterns.Sum(pattern => pattern.TenureDays);
        double mean = 90 * holdout.Patterns.Sum(pattern => pattern.Repeats) / days;
        ForecastScore baseline = validation.Forecasts.Single(forecast => forecast.Forecast == BaselineNames.Mean);
        CloseTo.Relative(mean * holdout.Patterns.Count, baseline.Expected, 1e-12);
        CloseTo.Relative(holdout.Purchases.Average(count => Math.Abs(mean - count)), baseline.MeanAbsoluteError, 1e-12);
        Assert.Equal(holdout.Late!.Sum(), validation.Forecasts.Single(forecast => forecast.Forecast == BaselineNames.SameAgain).Expected);
        foreach (FrequencyRow row in validation.ByFrequency)
        {
            int[] members = [.. Enumerable.Range(0, holdout.Patterns.Count).Where(i => Math.Min(3, holdout.Patterns[i].Repeats) == row.Repeats)];
            Assert.Equal((members.Length, row.Repeats == 3), (row.Customers, row.OrMore));
            CloseTo.Relative(members.Average(i => (double)holdout.Purchases[i]), row.Actual, 1e-12);
            CloseTo.Relative(members.Average(i => other.ExpectedPurchases(holdout.Patterns[i], holdout.Length)), row.Expected[1], 1e-9);
        }

        foreach (CountFitRow row in validation.CountFit)
        {
            Assert.Equal(holdout.Patterns.Count(pattern => Math.Min(3, pattern.Repeats) == row.Repeats), row.Actual);
            double expected = holdout.Patterns.Sum(pattern => row.OrMore
                ? 1 - Enumerable.Range(0, 3).Sum(n => other.ProbabilityOf(n, Duration.Days(pattern.TenureDays)))
                : other.ProbabilityOf(row.Repeats, Duration.Days(pattern.TenureDays)));
            CloseTo.Relative(expected, row.Expected[1], 1e-9);
        }

        Assert.Equal(validation.Tracking.Sum(row => row.Actual), validation.Tracking[^1].CumulativeActual);
        Assert.Contains(validation.Tracking, row => row.LastDay == holdout.Calibration!.AsOfDay);
        TrackingRow last = validation.Tracking[^1];
        Assert.Equal(AsOf.UtcDateTime.Date, last.LastDay.ToDateTime(default));
        CloseTo.Relative(
            holdout.Calibration!.Customers.Sum(customer => other.ExpectedPurchases(Duration.Days(last.LastDay.DayNumber - customer.FirstDay.DayNumber))), last.CumulativeExpected[1], 1e-9);
        CloseTo.Relative(validation.Tracking.Sum(row => row.Expected[1]), last.CumulativeExpected[1], 1e-9);

        double value = holdout.Customers.Sum(customer => other.ExpectedPurchases(customer.Calibration.Pattern, holdout.Length)
            * Spending.ExpectedSpend(customer.Calibration.RepeatDays, (double)customer.Calibration.MeanRepeatRevenue));
        CloseTo.Relative(value, validation.Values[1].Expected, 1e-9);
        CloseTo.Relative((double)holdout.Customers.Sum(customer => customer.Revenue), validation.Values[1].Actual, 1e-12);
        Assert.Equal(validation.Forecasts.Select(forecast => forecast.Forecast), validation.Values.Select(score => score.Forecast));
        HoldoutCustomer[] buyers = [.. holdout.Customers.Where(customer => customer.PurchaseDays > 0)];
        Assert.Equal(buyers.Length, validation.Spend!.Customers);
        CloseTo.Relative(buyers.Average(customer => (double)customer.Revenue / customer.PurchaseDays), validation.Spend.Actual, 1e-12);
    }

    [Fact]
    public void Of_AnyThreads_IsTheSame()
    {
        static ModelValidation Of(int threads) => ModelValidation.Of(Small.Value, [Published], Spending, new ValidationOptions { MaxDegreeOfParallelism = threads });

        Assert.Equal(Of(1), Of(3));
        Assert.Equal(Of(1).GetHashCode(), Of(2).GetHashCode());
    }

    [Fact]
    public void Of_PatternsAlone_ShowsWhatItCan()
    {
        ModelValidation validation = ModelValidation.Of(PurchaseHoldout.FromPatterns([new(0, 0, 0), new(2, 3, 10)], [1, 0], Duration.Days(5)), [], Spending);

        Assert.Equal([BaselineNames.Mean, BaselineNames.OwnRate], validation.Forecasts.Select(forecast => forecast.Forecast));
        Assert.Equal([2, 2], validation.Forecasts.Select(forecast => forecast.Expected));
        Assert.Equal([0.5, 0.5], validation.Forecasts.Select(forecast => forecast.MeanAbsoluteError));
        Assert.Empty(validation.Tracking);
        Assert.Empty(validation.Values);
        Assert.Null(validation.Spend);
        Assert.StartsWith("2 customers, 5 days ahead", validation.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_Validation_HasTheTablesAndNobodysName()
    {
        ModelValidation validation = ModelValidation.Of(Small.Value, [Published], Spending);
        string text = validation.Describe();

        Assert.Contains("(same again)", text, StringComparison.Ordinal);
        Assert.Contains("mean purchase days ahead by repeat purchases before", text, StringComparison.Ordinal);
        Assert.Contains("BG/NBD: chi-squared", text, StringComparison.Ordinal);
        Assert.Contains("customers came later", text, StringComparison.Ordinal);
        Assert.DoesNotContain("c000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToVegaLite_Charts_HoldTheirData()
    {
        ModelValidation validation = ModelValidation.Of(Small.Value, [Published]);

        foreach ((string chart, string field, int rows) in new[]
        {
            (validation.ToTrackingVegaLite(cumulative: true), "purchases", validation.Tracking.Count * 2),
            (validation.ToTrackingVegaLite(cumulative: false), "purchases", validation.Tracking.Count * 2),
            (validation.ToFrequencyVegaLite(), "number", 8 * 5),
            (validation.ToCountFitVegaLite(), "number", 8 * 2),
        })
        {
            using var json = JsonDocument.Parse(chart);
            JsonElement values = json.RootElement.GetProperty("data").GetProperty("values");
            Assert.Equal(rows, values.GetArrayLength());
            Assert.Equal(JsonValueKind.Number, values[0].GetProperty(field).ValueKind);
            Assert.Equal("actual", values[0].GetProperty("of").GetString());
        }
    }

    [Fact]
    public void ToVegaLite_Charts_ShowWhatWasInBlackAndBaselinesInGreys()
    {
        ModelValidation validation = ModelValidation.Of(Small.Value, [Published]);
        using var frequency = JsonDocument.Parse(validation.ToFrequencyVegaLite());
        using var tracking = JsonDocument.Parse(validation.ToTrackingVegaLite(cumulative: true));

        JsonElement scale = frequency.RootElement.GetProperty("encoding").GetProperty("color").GetProperty("scale");
        Assert.Equal(["actual", .. validation.Forecasts.Select(forecast => forecast.Forecast)], scale.GetProperty("domain").EnumerateArray().Select(name => name.GetString()));
        string[] colors = [.. scale.GetProperty("range").EnumerateArray().Select(color => color.GetString()!)];
        Assert.Equal("#222222", colors[0]);
        Assert.Equal(colors.Length, colors.Distinct().Count());
        Assert.Equal([false, true, true, true], colors[1..].Select(color => color[1..3] == color[3..5] && color[3..5] == color[5..7]));
        JsonElement line = tracking.RootElement.GetProperty("layer")[0].GetProperty("encoding");
        Assert.Equal(3, line.GetProperty("strokeWidth").GetProperty("scale").GetProperty("range")[0].GetInt32());
        int days = validation.Tracking[^1].LastDay.DayNumber - validation.Tracking[0].LastDay.DayNumber;
        Assert.Equal(days > 365, line.GetProperty("x").GetProperty("axis").TryGetProperty("format", out _));
    }

    [SharedFact]
    public void ToTrackingVegaLite_MoreThanAYear_ShowsYears() =>
        Assert.Contains("%b %Y", ModelValidation.Of(CdnowSample.Value, [Published]).ToTrackingVegaLite(cumulative: false), StringComparison.Ordinal);

    [Fact]
    public void Of_ImpossibleInput_SaysWhatToDo()
    {
        Assert.Contains("Choose a later end", Assert.Throws<ArgumentException>(() => ModelValidation.Of(PurchaseHoldout.FromPatterns([], [], Duration.Days(1)), [])).Message, StringComparison.Ordinal);
        Assert.Contains("Leave out models", Assert.Throws<ArgumentException>(() => ModelValidation.Of(Small.Value, [null!])).Message, StringComparison.Ordinal);
        Assert.Contains("Fit the spend on more data", Assert.Throws<ArgumentException>(() => ModelValidation.Of(Small.Value, [], new GammaGammaModel(1, 1, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("TrackingDays must be between 1 and 366", Assert.Throws<ArgumentException>(() => ModelValidation.Of(Small.Value, [], options: new ValidationOptions { TrackingDays = 0 })).Message, StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
