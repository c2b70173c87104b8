namespace CustomerInsight;

/// <summary>How a source writes what can be read in more than one way.</summary>
/// <remarks>Each use of <see cref="DateOrder"/> and <see cref="PhoneCountryCode"/> on an ambiguous value is counted in the run's report.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record SourceConventions
{
    /// <summary>Gets the defaults: UTC, day before month, no phone region.</summary>
    public static SourceConventions Default { get; } = new();

    /// <summary>Gets the zone of timestamps that name none.</summary>
    /// <value>UTC.</value>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Gets the order of day and month in dates such as 4/12/82, which do not tell.</summary>
    /// <value><see cref="DateOrder.DayMonthYear"/>.</value>
    public DateOrder DateOrder { get; init; }

    /// <summary>Gets the digits of the country code that national phone numbers get, such as <c>44</c> or <c>86</c>; empty to leave them national.</summary>
    /// <value>Empty.</value>
    public string PhoneCountryCode { get; init; } = string.Empty;
}
