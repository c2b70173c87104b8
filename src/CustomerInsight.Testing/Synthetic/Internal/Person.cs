namespace CustomerInsight.Testing;

/// <summary>One person as they are, before any source writes them down.</summary>
internal sealed class Person
{
    public required int Household { get; init; }

    public required bool IsChinese { get; init; }

    public required bool IsWoman { get; init; }

    public required DateOnly Born { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    /// <summary>The short form that friends and web shops know, or null.</summary>
    public string? Nickname { get; init; }

    /// <summary>Whether the person puts the family name first in Latin letters.</summary>
    public bool FamilyNameFirst { get; init; }

    public required Home Home { get; init; }

    /// <summary>National digits without a leading 0: ten for Britain, eleven for China.</summary>
    public required string Mobile { get; init; }

    /// <summary>The mobile number before <see cref="NewMobileAt"/>, or null where there was none.</summary>
    public string? EarlierMobile { get; init; }

    public DateTimeOffset NewMobileAt { get; init; }

    /// <summary>One address or two.</summary>
    public required string[] Emails { get; init; }

    /// <summary>The person's id in the WeChat open platform, or null.</summary>
    public string? UnionId { get; init; }
}
