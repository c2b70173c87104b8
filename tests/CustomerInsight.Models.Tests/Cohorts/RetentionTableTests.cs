using System.Text.Json;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class RetentionTableTests
{
    private static readonly DateTimeOffset Start = At(1, 10, 12, 0);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void From_Defaults_AreMonthsOfTheFirstPurchase()
    {
        RetentionTable table = RetentionTable.From(
            [
                History("a", Bought("a", At(1, 31), 10m), Bought("a", At(2, 1), 5m)),
                History("b", Bought("b", At(1, 1), 1m), Bought("b", At(3, 31), 2m)),
                History("c", Bought("c", At(3, 5), 4m)),
                History("d"),
            ],
            new DateTimeOffset(2024, 4, 10, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal([new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 1)], table.Cohorts.Select(cohort => cohort.Start));
        Assert.Equal([2, 1], table.Cohorts.Select(cohort => cohort.Customers));
        Assert.Equal([1.0, 0.5, 0.5, null], table.Cohorts[0].Cells.Take(4).Select(cell => cell.Rate));
        Assert.Equal([11m, 5m, 2m, null], table.Cohorts[0].Cells.Take(4).Select(cell => cell.Revenue));
        Assert.Equal([11m, 16m, 18m, null], table.Cohorts[0].Cells.Take(4).Select(cell => cell.CumulativeRevenue));
        Assert.Equal(9m, table.Cohorts[0].Cells[2].All.CumulativeRevenuePerCustomer);
        Assert.Equal([1.0, null], table.Cohorts[1].Cells.Take(2).Select(cell => cell.Rate));
        Assert.Equal((3, 1, "EUR"), (table.Report.Customers, table.Report.CustomersWithoutStart, table.Currency));
        Assert.Equal(new RetentionCount(2, 1, 5m, 16m), table.Total[1].Observed);
        Assert.Equal(13, table.Definition.Periods.Count);
    }

    [Fact]
    public void From_ElapsedWindows_BeginAtTheVeryMoment()
    {
        CustomerHistory[] customers =
        [
            History("a", Bought("a", Start, 1m), Bought("a", Start.AddHours(24).AddTicks(-1), 1m)),
            History("b", Bought("b", Start, 1m), Bought("b", Start.AddHours(24), 1m)),
        ];

        RetentionTable elapsed = RetentionTable.From(customers, Start.AddDays(9), Daily(RetentionWindow.Elapsed));
        RetentionTable calendar = RetentionTable.From(customers, Start.AddDays(9), Daily(RetentionWindow.Calendar));

        Assert.Equal([2, 1, 0], elapsed.Total.Take(3).Select(cell => cell.Retained!.Value));
        Assert.Equal([2, 2, 0], calendar.Total.Take(3).Select(cell => cell.Retained!.Value));
    }

    [Fact]
    public void From_CalendarDaysOfAZone_FollowItsClock()
    {
        // Half past eleven and half past midnight in Berlin, on both sides of a change of its clock: one day, then the next.
        CustomerHistory[] customers =
        [
            History("a", Bought("a", At(3, 30, 22, 30), 1m), Bought("a", At(3, 30, 23, 30), 1m)),
            History("b", Bought("b", At(3, 31, 20, 30), 1m), Bought("b", At(3, 31, 21, 59), 1m), Bought("b", At(3, 31, 22, 0), 1m)),
        ];
        RetentionOptions options = Daily(RetentionWindow.Calendar);
        options.TimeZone = Berlin;

        RetentionTable table = RetentionTable.From(customers, Start.AddDays(200), options);
        options.DayStartsAtHour = 2;
        RetentionTable fromTwo = RetentionTable.From(customers, Start.AddDays(200), options);

        Assert.Equal([new DateOnly(2024, 3, 30), new DateOnly(2024, 3, 31)], table.Cohorts.Select(cohort => cohort.Start));
        Assert.Equal([1, 1], table.Cohorts.Select(cohort => cohort.Cells[1].Retained!.Value));
        Assert.Equal([0, 0], fromTwo.Cohorts.Select(cohort => cohort.Cells[1].Retained!.Value));
    }

    [Fact]
    public void From_Brackets_CountOnceForAnyPeriodInThem()
    {
        RetentionOptions options = Daily(RetentionWindow.Elapsed);
        options.Kind = RetentionKind.Bracket;
        options.Brackets = [new(1, 3), new(5, 9)];
        RetentionTable table = RetentionTable.From(
            [
                History("a", Bought("a", Start, 1m), Bought("a", Start.AddDays(1), 2m), Bought("a", Start.AddDays(3), 4m), Bought("a", Start.AddDays(4), 8m), Bought("a", Start.AddDays(9), 16m), Bought("a", Start.AddDays(10), 32m)),
                History("b", Bought("b", Start, 1m), Bought("b", Start.AddDays(4), 1m)),
            ],
            Start.AddDays(30),
            options);

        Assert.Equal([new RetentionCount(2, 1, 6m, 8m), new RetentionCount(2, 1, 16m, 33m)], table.Total.Select(cell => cell.All));
        Assert.Equal(["days 1–3", "days 5–9"], table.Definition.Periods.Select(period => period.Label(CohortPeriod.Day)));
    }

    [Fact]
    public void From_SignUpThenPurchase_CountsPurchasesFromTheSignUp()
    {
        CustomerActivity signUp = Bought("a", Start, null) with { Type = "sign-up" };
        RetentionOptions options = Daily(RetentionWindow.Elapsed);
        options.StartTypes = ["sign-up"];
        RetentionTable table = RetentionTable.From(
            [
                History("a", Bought("a", Start.AddDays(-1), 7m), signUp, Bought("a", Start.AddDays(2), 5m)),
                History("b", Bought("b", Start, 3m)),
            ],
            Start.AddDays(30),
            options);

        Assert.Equal([0, 0, 1], table.Total.Take(3).Select(cell => cell.Retained!.Value));
        Assert.Equal(5m, table.Total[^1].CumulativeRevenue);
        Assert.Equal((1, 1, 1L), (table.Report.Customers, table.Report.CustomersWithoutStart, table.Report.BeforeStart));
    }

    [Fact]
    public void From_MoneyOfAllSorts_CountsEachInTheReport()
    {
        CustomerHistory[] customers =
        [
            History(
                "a",
                Bought("a", Start.AddDays(-2), -9m),
                Bought("a", Start.AddDays(-1), 0m),
                Bought("a", Start, 10m),
                Bought("a", Start.AddDays(1), -4m),
                Bought("a", Start.AddDays(2), null),
                Bought("a", Start.AddDays(3), 5m, currency: "USD"),
                Bought("a", Start.AddDays(4), 3_000_000_000_000_000_000m),
                Bought("a", Start.AddDays(5), 1m)),
            History("b", Bought("b", Start, 1m, currency: "USD")),
        ];

        RetentionTable table = RetentionTable.From(customers, Start.AddDays(30), Daily(RetentionWindow.Elapsed));
        RetentionOptions net = Daily(RetentionWindow.Elapsed);
        net.NetRefunds = true;
        net.KeepZeroAmounts = true;
        RetentionTable netted = RetentionTable.From(customers, Start.AddDays(30), net);

        Assert.Equal("EUR", table.Currency);
        Assert.Equal(new RetentionReport(2, 0, 0, 2, 1, 1, 1, [new CurrencyCount("USD", 2, 2)]), table.Report);
        Assert.Equal(11m, table.Total[^1].CumulativeRevenue);
        Assert.Equal([2, 0, 1, 1, 1, 1], table.Total.Take(6).Select(cell => cell.Retained!.Value));
        Assert.Equal([new DateOnly(2024, 1, 9), new DateOnly(2024, 1, 10)], netted.Cohorts.Select(cohort => cohort.Start));
        Assert.Equal(7m, netted.Total[^1].CumulativeRevenue);
        Assert.Equal(1, netted.Report.BeforeStart);
        Assert.Equal(0, netted.Report.ZeroAmounts);
    }

    [Fact]
    public void From_NoCustomers_IsAnEmptyTable()
    {
        RetentionTable table = RetentionTable.From(System.Array.Empty<CustomerHistory>(), AsOf);

        Assert.Empty(table.Cohorts);
        Assert.All(table.Total, cell => Assert.True(cell is { Rate: null, Retained: 0, IsCensored: false }));
        Assert.Equal(table, RetentionTable.From(new ActivityLog(), AsOf));
        Assert.Contains("0 customers in 0 cohorts", table.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void From_MomentsAtTheEndsOfTime_AreCounted()
    {
        foreach (RetentionWindow window in Enum.GetValues<RetentionWindow>())
        {
            RetentionOptions options = Daily(window);
            options.TimeZone = Berlin;
            RetentionTable table = RetentionTable.From(
                [History("a", Bought("a", DateTimeOffset.MinValue, 1m), Bought("a", DateTimeOffset.MaxValue, 1m)), History("b", Bought("b", DateTimeOffset.MaxValue, 1m))],
                DateTimeOffset.MaxValue,
                options);

            Assert.Equal(2, table.Cohorts.Count);
            Assert.Equal(2, table.Total[0].All.Retained);
        }
    }

    [Fact]
    public void From_EndOfADayToTheSecond_ClosesTheDay()
    {
        CustomerHistory[] customers = [History("a", Bought("a", Start, 1m))];

        Assert.False(Closed(new DateTimeOffset(2024, 1, 11, 23, 59, 58, TimeSpan.Zero)));
        Assert.True(Closed(new DateTimeOffset(2024, 1, 11, 23, 59, 59, TimeSpan.Zero)));

        bool Closed(DateTimeOffset asOf) => !RetentionTable.From(customers, asOf, Daily(RetentionWindow.Calendar)).Total[1].IsCensored;
    }

    [Fact]
    public void Describe_OpenCells_SaySoAndNeverZero()
    {
        RetentionTable table = RetentionTable.From(
            [History("a", Bought("a", Start, 1m), Bought("a", Start.AddDays(1), 1m)), History("b", Bought("b", Start.AddDays(2), 1m))],
            Start.AddDays(3),
            new RetentionOptions { CohortBy = CohortPeriod.Day, Period = CohortPeriod.Day, Offsets = [0, 1, 2] });

        Assert.Equal(
            """
            2 customers in 2 cohorts, as of 2024-01-13 12:00:00 UTC: the share that came back
            cohort              customers         day 0         day 1       day 2
            2024-01-10                  1       100.0 %       100.0 %       0.0 %
            2024-01-12                  1       100.0 %          open        open
            all observed                2       100.0 %       100.0 %       0.0 %
            95 % interval                  34.2–100.0 %  20.7–100.0 %  0.0–79.3 %
            customers observed                        2             1           1
            open: the period is not over for every customer of the cohort, so the share is not known yet.

            """.ReplaceLineEndings(),
            table.Describe());
    }

    /// <summary>A period without an end is never over: who has not come back still may.</summary>
    [Fact]
    public void Unbounded_SomeHaveNotComeBack_SaysThatNumbersMayRise()
    {
        CustomerHistory[] customers =
        [
            History("a", Bought("a", Start, 1m), Bought("a", Start.AddDays(40), 8m)),
            History("b", Bought("b", Start, 2m)),
            History("c", Bought("c", Start.AddDays(31), 4m)),
        ];
        var options = new RetentionOptions { Kind = RetentionKind.Unbounded, Offsets = [0, 1] };

        RetentionTable table = RetentionTable.From(customers, Start.AddDays(60), options);
        RetentionTable later = RetentionTable.From([.. customers, History("d", Bought("d", Start, 2m), Bought("d", Start.AddDays(50), 2m))], Start.AddDays(60), options);
        RetentionTable closed = RetentionTable.From(customers, Start.AddDays(60), new RetentionOptions { Offsets = [0, 1] });

        Assert.Equal([false, true, false, false], table.Cohorts.SelectMany(cohort => cohort.Cells).Select(cell => cell.MayRise));
        Assert.Equal((false, 0.5), (table.Cohorts[0].Cells[1].IsCensored, table.Cohorts[0].Cells[1].Rate!.Value));
        Assert.Equal([false, true], table.Total.Select(cell => cell.MayRise));
        Assert.True(later.Cohorts[0].Cells[1].MayRise);
        Assert.All(closed.Cohorts.SelectMany(cohort => cohort.Cells), cell => Assert.False(cell.MayRise));
        Assert.Equal(
            """
            3 customers in 2 cohorts, as of 2024-03-10 12:00:00 UTC: the share that came back
            cohort              customers    month 0 on  month 1 on
            2024-01                     2       100.0 %    ≥ 50.0 %
            2024-02                     1       100.0 %        open
            all observed                3       100.0 %    ≥ 50.0 %
            95 % interval                  43.9–100.0 %  9.5–90.5 %
            customers observed                        3           2
            open: the period is not over for every customer of the cohort, so the share is not known yet.
            ≥ may still rise: follow-up differs by cohort; a period without an end is never over, so the share is that seen so far.

            """.ReplaceLineEndings(),
            table.Describe());
        Assert.DoesNotContain("may still rise", closed.Describe(), StringComparison.Ordinal);
        Assert.Contains("may still rise: follow-up differs by cohort", table.ToVegaLite(), StringComparison.Ordinal);
        JsonElement[] rates = Rows(table.ToVegaLite());
        JsonElement[] revenue = Rows(table.ToVegaLite(RetentionMeasure.Revenue));
        Assert.Equal(["month 0 on", "month 1 on"], rates.Take(2).Select(row => row.GetProperty("period").GetString()));
        Assert.Equal(["100.0 %", "≥ 50.0 %"], rates.Take(2).Select(row => row.GetProperty("label").GetString()));
        Assert.Equal(["month 0", "month 1"], revenue.Take(2).Select(row => row.GetProperty("period").GetString()));
        Assert.Equal([3.0, 8.0], revenue.Take(2).Select(row => row.GetProperty("value").GetDouble()));
        Assert.Equal("may still rise", rates[1].GetProperty("note").GetString());
        Assert.All(revenue, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("note").ValueKind));

        static JsonElement[] Rows(string chart) => [.. JsonDocument.Parse(chart).RootElement.GetProperty("data").GetProperty("values").EnumerateArray()];
    }

    [Fact]
    public void Interval_OfARate_IsWilsons()
    {
        // Worked out from the formula with z = 1.959964 by another program.
        RateInterval interval = new RetentionCount(50, 10, 0, 0).Interval()!.Value;

        Assert.Equal(0.1124375, interval.Low, 1e-7);
        Assert.Equal(0.3303711, interval.High, 1e-7);
        Assert.Equal((0.0, 1.0), (new RetentionCount(3, 0, 0, 0).Interval()!.Value.Low, new RetentionCount(3, 3, 0, 0).Interval()!.Value.High));
        Assert.Null(default(RetentionCount).Interval());
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionCount(3, 1, 0, 0).Interval(95));
    }

    [Fact]
    public void ToVegaLite_AnyMeasure_HasARowForEachCellAndNullWhereOpen()
    {
        RetentionTable table = RetentionTable.From(
            [History("a", Bought("a", Start, 4m)), History("b", Bought("b", Start.AddDays(20), 2m))], Start.AddDays(40), new RetentionOptions { Offsets = [0, 1] });

        foreach (RetentionMeasure measure in Enum.GetValues<RetentionMeasure>())
        {
            using var chart = JsonDocument.Parse(table.ToVegaLite(measure));
            JsonElement[] rows = [.. chart.RootElement.GetProperty("data").GetProperty("values").EnumerateArray()];
            Assert.Equal(2, rows.Length);
            Assert.Equal(measure == RetentionMeasure.Rate ? 1 : measure is RetentionMeasure.RevenuePerCustomer or RetentionMeasure.CumulativeRevenuePerCustomer ? 3 : 6, rows[0].GetProperty("value").GetDouble());
            Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("value").ValueKind);
            Assert.Equal("open", rows[1].GetProperty("label").GetString());
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => table.ToVegaLite((RetentionMeasure)9));
    }

    private static DateTimeOffset At(int month, int day, int hour = 0, int minute = 0) => new(2024, month, day, hour, minute, 0, TimeSpan.Zero);

    private static RetentionOptions Daily(RetentionWindow window) => new() { CohortBy = CohortPeriod.Day, Period = CohortPeriod.Day, Window = window };
}
