namespace CustomerInsight.Models;

internal static class TimeUnits
{
    public const double DaysPerYear = 365;

    public static double Days(this TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week => 7,
        TimeUnit.Month => DaysPerYear / 12,
        TimeUnit.Year => DaysPerYear,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "The time unit is not known. Use Day, Week, Month or Year."),
    };
}
