namespace CustomerInsight.Testing;

/// <summary>The habits of one synthetic source system: which fields it has, and how it writes and loses them.</summary>
/// <remarks>Start from <see cref="Crm"/>, <see cref="Shop"/> or <see cref="Loyalty"/> and change what matters with <c>with</c>.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record SyntheticSource
{
    /// <summary>Makes a source with the habits below.</summary>
    /// <param name="name">The source's name.</param>
    public SyntheticSource(string name) => Name = name;

    /// <summary>Gets a well-kept customer register: every field, names in two fields and Chinese ones in characters, ISO dates.</summary>
    public static SyntheticSource Crm { get; } = new("crm")
    {
        Share = 0.40,
        Attributes = [.. SyntheticAttributes.All.Where(static name => name != SyntheticAttributes.FullName)],
        MissingRate = 0.08,
        TypoRate = 0.02,
        RomanizedShare = 0.1,
    };

    /// <summary>Gets a web shop: the whole name in one field, no date of birth, what the customers typed themselves.</summary>
    public static SyntheticSource Shop { get; } = new("shop")
    {
        Share = 0.35,
        TrustRank = 1,
        Attributes =
        [
            SyntheticAttributes.FullName, SyntheticAttributes.Email, SyntheticAttributes.Phone,
            SyntheticAttributes.StreetAddress, SyntheticAttributes.City, SyntheticAttributes.Postcode,
        ],
        MissingRate = 0.05,
        TypoRate = 0.04,
        RomanizedShare = 0.5,
        PhoneStyle = SyntheticPhoneStyle.National,
        WeChatAppId = "wx3f8a51c07be2d964",
    };

    /// <summary>Gets a loyalty scheme whose paper forms were scanned: capital letters, month before day, many gaps, everything romanised.</summary>
    public static SyntheticSource Loyalty { get; } = new("loyalty")
    {
        Share = 0.25,
        TrustRank = 2,
        Attributes =
        [
            SyntheticAttributes.GivenName, SyntheticAttributes.FamilyName, SyntheticAttributes.DateOfBirth,
            SyntheticAttributes.Email, SyntheticAttributes.Phone, SyntheticAttributes.City, SyntheticAttributes.Postcode,
        ],
        DateFormat = "MM/dd/yyyy",
        DateOrder = DateOrder.MonthDayYear,
        MissingRate = 0.15,
        TypoRate = 0.06,
        UpperCase = true,
        RomanizedShare = 1,
        PhoneStyle = SyntheticPhoneStyle.NationalSpaced,
        WeChatAppId = "wx90c4d7e2a1b85f36",
    };

    /// <summary>Gets the source's name, the first part of its records' keys.</summary>
    public string Name { get; init; }

    /// <summary>Gets how often a record comes from this source, relative to the others.</summary>
    /// <value>1. Above 0.</value>
    public double Share { get; init; } = 1;

    /// <summary>Gets how much the source is trusted: 0 first.</summary>
    /// <value>0. At least 0.</value>
    public int TrustRank { get; init; }

    /// <summary>Gets the attributes of its records, names of <see cref="SyntheticAttributes"/>, in order.</summary>
    /// <value>All but the full name. At least one of the names of a person.</value>
    public ValueList<string> Attributes { get; init; } = [.. SyntheticAttributes.All.Where(static name => name != SyntheticAttributes.FullName)];

    /// <summary>Gets the format of its dates, as .NET writes formats, read in the invariant culture.</summary>
    /// <value><c>yyyy-MM-dd</c>.</value>
    public string DateFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>Gets what the source's conventions say about the order of day and month.</summary>
    /// <value><see cref="DateOrder.DayMonthYear"/>.</value>
    public DateOrder DateOrder { get; init; }

    /// <summary>Gets how often a field is empty; dates of birth more often, names less.</summary>
    /// <value>0.1. From 0 to 1.</value>
    public double MissingRate { get; init; } = 0.1;

    /// <summary>Gets how often a field holds a slip, before <see cref="SyntheticOptions.ErrorRate"/> multiplies it.</summary>
    /// <value>0.03. From 0 to 1.</value>
    public double TypoRate { get; init; } = 0.03;

    /// <summary>Gets a value indicating whether the source writes everything in capital letters.</summary>
    /// <value>False.</value>
    public bool UpperCase { get; init; }

    /// <summary>Gets the share of Chinese customers whom the source writes in Latin letters (pinyin) instead of characters.</summary>
    /// <value>0. From 0 to 1.</value>
    public double RomanizedShare { get; init; }

    /// <summary>Gets how the source writes British telephone numbers.</summary>
    /// <value><see cref="SyntheticPhoneStyle.International"/>.</value>
    public SyntheticPhoneStyle PhoneStyle { get; init; }

    /// <summary>Gets the WeChat AppId through which Chinese customers sign in: the scope of their <c>wechat.openid</c>; null where they cannot.</summary>
    /// <value>Null.</value>
    public string? WeChatAppId { get; init; }

    /// <summary>Gets the conventions that the source states: the date order above and the country code 44.</summary>
    public SourceConventions Conventions => new() { DateOrder = DateOrder, PhoneCountryCode = "44" };
}
