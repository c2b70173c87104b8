namespace CustomerInsight.Models;

internal static class TimeUnits
{
    public static double Days(this TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week => 7,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "The time unit is not known. Use Day or Week."),
    };
}
