using System.Globalization;

namespace CustomerInsight;

/// <summary>Turns what a host's object holds into what records hold.</summary>
internal static class MapValue
{
    public static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Text(Guid? id) => id?.ToString("D", CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Text(DateTime? date) => date is { } moment ? Text(DateOnly.FromDateTime(moment)) : null;

    /// <summary>Places a time on the world's time line.</summary>
    /// <param name="time">A time. One that names no zone is of the zone given; the default value means there is none.</param>
    /// <param name="zone">The zone. A time that it skips or has twice is read in its standard time.</param>
    /// <returns>The moment, or null.</returns>
    public static DateTimeOffset? Moment(DateTime? time, TimeZoneInfo zone) => time switch
    {
        null => null,
        { Ticks: 0 } => null,
        { Kind: DateTimeKind.Unspecified } zoneless => new DateTimeOffset(zoneless, zone.GetUtcOffset(zoneless)),
        { } known => new DateTimeOffset(known),
    };
}
