using System.Globalization;

namespace CustomerInsight;

public sealed class IdentifierPoliciesTests
{
    private static readonly Identifier Phone = new("phone", "", "555");

    private static readonly IdentifierPolicies Policies = new(
    [
        new IdentifierPolicy("phone", IdentifierStrength.Strong) { ExpiresAfterDays = 30, BlockedValues = ["000"] },
        new IdentifierPolicy("cookie", IdentifierStrength.Weak) { ExpiresAfterDays = 30 },
    ]);

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", true)]
    [InlineData("2026-01-01", "2026-01-31T00:00:00.0000001", false)]
    [InlineData("2026-01-01", "2026-01-01", true)]
    [InlineData("0001-01-01", "9999-12-31", false)]
    [InlineData("0001-01-01", null, true)]
    [InlineData(null, null, true)]
    public void MayLink_ValueThatExpires_CountsWhileTheTimesAreClose(string? left, string? right, bool links)
    {
        Assert.Equal(links, Policies.MayLink(Phone, At(left), At(right)));
        Assert.Equal(links, Policies.MayLink(Phone, At(right), At(left)));
        Assert.True(IdentifierPolicies.Default.MayLink(Phone, At(left), At(right)));
    }

    [Fact]
    public void MayLink_SameInstantInTwoZones_IsNoTimeApart()
    {
        var policies = new IdentifierPolicies([new IdentifierPolicy("phone", IdentifierStrength.Strong) { ExpiresAfterDays = 1 }]);
        var east = new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.FromHours(14));
        var west = new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.FromHours(-12));

        Assert.Equal(east.UtcDateTime, west.UtcDateTime);
        Assert.True(policies.MayLink(Phone, east, west));
    }

    [Fact]
    public void MayLink_BlockedOrBlankValue_NeverDoes()
    {
        Assert.False(Policies.MayLink(Phone with { Value = "000" }, null, null));
        Assert.False(Policies.MayLink(Phone with { Value = " " }, null, null));
    }

    [Fact]
    public void MayLink_LongestExpiry_NeverExpires() =>
        Assert.True(new IdentifierPolicies([new IdentifierPolicy("phone", IdentifierStrength.Strong) { ExpiresAfterDays = int.MaxValue }])
            .MayLink(Phone, DateTimeOffset.MinValue, DateTimeOffset.MaxValue));

    [Fact]
    public void DependsOnTime_Identifiers_OnlyWhereOneThatLinksExpires()
    {
        Assert.True(Policies.DependsOnTime([new Identifier("card", "", "1"), Phone]));
        Assert.False(Policies.DependsOnTime([]));
        Assert.False(Policies.DependsOnTime([new Identifier("card", "", "1")]));
        Assert.False(Policies.DependsOnTime([new Identifier("cookie", "", "1")]));
        Assert.False(Policies.DependsOnTime([Phone with { Value = "000" }]));
        Assert.False(IdentifierPolicies.Default.DependsOnTime([Phone]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Policy_LimitBelowOne_Throws(int limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdentifierPolicy("a", IdentifierStrength.Strong) { MostContents = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdentifierPolicy("a", IdentifierStrength.Strong) { ExpiresAfterDays = limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdentifierPolicy("a", IdentifierStrength.Strong) { MostPerProfile = limit });
    }

    [Fact]
    public void Policy_NoLimits_HoldsOneUniqueValueAndAnyNumberOfOthers()
    {
        Assert.Equal(1, new IdentifierPolicy("a", IdentifierStrength.Unique).MostPerProfile);
        Assert.Null(new IdentifierPolicy("a", IdentifierStrength.Strong).MostPerProfile);
        Assert.Null(new IdentifierPolicy("a", IdentifierStrength.Unique).MostContents);
        Assert.Null(new IdentifierPolicy("a", IdentifierStrength.Unique).ExpiresAfterDays);
    }

    private static DateTimeOffset? At(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
