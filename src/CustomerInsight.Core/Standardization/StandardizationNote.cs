namespace CustomerInsight;

/// <summary>What a standardizer had to assume or give up.</summary>
public enum StandardizationNote
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The value cannot be used (an impossible date, a phone number without digits) and counts as missing.</summary>
    Rejected,

    /// <summary>Day and month were told apart by the source's <see cref="SourceConventions.DateOrder"/>, or a two-digit year was completed.</summary>
    AssumedDate,

    /// <summary>A national phone number got the source's <see cref="SourceConventions.PhoneCountryCode"/>.</summary>
    AssumedPhoneCountry,

    /// <summary>The date is no day of the calendar: only a year or a month is told, or month or day do not exist. It is kept in part or as written.</summary>
    PartialDate,
}
