using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>The purchases of the customers of CDNOW who came in the first quarter of 1997.</summary>
internal static class Cdnow
{
    /// <summary>The end of the 39 weeks that the published models are fitted on.</summary>
    public static readonly DateTimeOffset CalibrationEnd = new(1997, 9, 30, 23, 59, 59, TimeSpan.Zero);

    /// <summary>The end of the 39 weeks after that.</summary>
    public static readonly DateTimeOffset HoldoutEnd = new(1998, 6, 30, 23, 59, 59, TimeSpan.Zero);

    /// <summary>Reads the tenth of the customers that the papers use.</summary>
    public static ActivityLog ReadSample() => Read("CDNOW_sample.txt", columns: 5, customer: 1);

    /// <summary>Reads all 23,570 customers.</summary>
    public static ActivityLog ReadMaster() => Read("CDNOW_master.txt", columns: 4, customer: 0);

    private static ActivityLog Read(string file, int columns, int customer)
    {
        var log = new ActivityLog();
        foreach (string line in File.ReadLines(SharedData.Path("data", "purchases", file)))
        {
            string[] row = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (row.Length == 0 || !char.IsDigit(row[0][0]))
            {
                continue;
            }

            Assert.Equal(columns, row.Length);
            var at = new DateTimeOffset(DateTime.ParseExact(row[^3], "yyyyMMdd", CultureInfo.InvariantCulture), TimeSpan.Zero);
            log.Add(row[customer], at, decimal.Parse(row[^1], CultureInfo.InvariantCulture), "USD");
        }

        return log;
    }
}
