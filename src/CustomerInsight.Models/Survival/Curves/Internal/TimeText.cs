using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Times for a person to read.</summary>
internal static class TimeText
{
    /// <summary>Writes a time; one without end is not reached in the data.</summary>
    public static string Of(double time) =>
        double.IsPositiveInfinity(time) ? "not reached"
        : double.IsNaN(time) ? "–"
        : time.ToString("G6", CultureInfo.InvariantCulture);
}
