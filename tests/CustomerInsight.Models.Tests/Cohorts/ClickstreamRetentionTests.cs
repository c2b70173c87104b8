using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>The retention of the clickstream, against counts made by brute force with another program (statistics.md, section 2.8).</summary>
public sealed class ClickstreamRetentionTests
{
    // The moment of the last event.
    private static readonly DateTimeOffset End = new(2024, 6, 29, 22, 2, 40, TimeSpan.Zero);

    private static readonly Lazy<ActivityLog> Log = new(Read);

    [SharedTheory]
    [InlineData(RetentionWindow.Elapsed, RetentionKind.NDay, new[] { 27, 37, 29, 39, 33 })]
    [InlineData(RetentionWindow.Elapsed, RetentionKind.Unbounded, new[] { 600, 599, 597, 593, 577 })]
    [InlineData(RetentionWindow.Calendar, RetentionKind.NDay, new[] { 32, 37, 25, 29, 28 })]
    [InlineData(RetentionWindow.Calendar, RetentionKind.Unbounded, new[] { 600, 600, 597, 593, 577 })]
    public void From_Clickstream_GivesTheReferenceCounts(RetentionWindow window, RetentionKind kind, int[] expected)
    {
        RetentionTable table = RetentionTable.From(Log.Value, End, Daily(window, kind));

        Assert.Equal(31_106, Log.Value.Count);
        Assert.Equal(600, table.Report.Customers);
        Assert.Equal(expected, table.Total.Select(cell => cell.All.Retained));
        Assert.All(table.Total, cell => Assert.Equal(600, cell.All.Customers));
    }

    [SharedFact]
    public void From_ClickstreamAtItsEnd_MarksWhatIsNotOverYet()
    {
        RetentionTable table = RetentionTable.From(Log.Value, End, Daily(RetentionWindow.Elapsed, RetentionKind.NDay));

        // Three customers came in the last thirty days.
        Assert.Equal([600, 600, 600, 600, 597], table.Total.Select(cell => cell.Observed.Customers));
        Assert.Equal([27, 37, 29, 39, null], table.Total.Select(cell => cell.Retained));
        Assert.Null(table.Total[4].Rate);
        Assert.Equal(33 / 597.0, table.Total[4].Observed.Rate!.Value, 1e-15);
        Assert.All(table.Cohorts, cohort => Assert.Equal(cohort.Start >= new DateOnly(2024, 6, 3), cohort.Cells[4].IsCensored));
    }

    [SharedFact]
    public void From_ClickstreamLongAfterItsEnd_LeavesNothingOpen()
    {
        RetentionTable table = RetentionTable.From(Log.Value, End.AddDays(60), Daily(RetentionWindow.Elapsed, RetentionKind.NDay));

        Assert.Equal([27, 37, 29, 39, 33], table.Total.Select(cell => cell.Retained!.Value));
        Assert.Equal(600, table.Cohorts.Sum(cohort => cohort.Customers));
        Assert.All(table.Cohorts, cohort => Assert.Equal(DayOfWeek.Monday, cohort.Start.DayOfWeek));
        Assert.Equal(new DateOnly(2024, 1, 1), table.Cohorts[0].Start);
        Assert.Equal(27, table.Cohorts.Sum(cohort => cohort.Cells[0].Retained));
    }

    private static RetentionOptions Daily(RetentionWindow window, RetentionKind kind) => new()
    {
        StartTypes = [],
        ReturnTypes = [],
        CohortBy = CohortPeriod.Week,
        Period = CohortPeriod.Day,
        Window = window,
        Kind = kind,
        Offsets = [1, 3, 7, 14, 30],
    };

    private static ActivityLog Read()
    {
        string[] lines = File.ReadAllLines(SharedData.Path("data", "behaviour", "ecom_clickstream.csv"));
        Assert.StartsWith("user_id,session_id,event,timestamp,", lines[0], StringComparison.Ordinal);
        var log = new ActivityLog();
        foreach (string line in lines.AsSpan(1))
        {
            string[] cells = line.Split(',');
            log.Add(cells[0], DateTimeOffset.ParseExact(cells[3], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), cells[2]);
        }

        return log;
    }
}
