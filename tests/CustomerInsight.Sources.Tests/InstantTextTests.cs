using System.Globalization;

namespace CustomerInsight.Sources.Tests;

public class InstantTextTests
{
    private static string? Parse(string text, DateOrder order = DateOrder.DayMonthYear) =>
        InstantText.TryParse(text, new SourceConventions { DateOrder = order }, out DateTimeOffset instant) ? instant.ToString("yyyy-MM-dd HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture) : null;

    [Theory]
    [InlineData("2024-03-05", "2024-03-05 00:00:00.0000000+00:00")]
    [InlineData("2024/3/5 7:08", "2024-03-05 07:08:00.0000000+00:00")]
    [InlineData("20240305", "2024-03-05 00:00:00.0000000+00:00")]
    [InlineData("20240305T101112Z", null)]
    [InlineData("2024-03-05T10:11:12.25Z", "2024-03-05 10:11:12.2500000+00:00")]
    [InlineData("2024-03-05 10:11:12 +0530", "2024-03-05 10:11:12.0000000+05:30")]
    [InlineData("2024-03-05T10:11-08", "2024-03-05 10:11:00.0000000-08:00")]
    [InlineData("2024-03-05 10:11:12.123456789", "2024-03-05 10:11:12.1234567+00:00")]
    [InlineData("12/1/2010 8:26 AM", "2010-01-12 08:26:00.0000000+00:00")]
    [InlineData("12/1/2010 12:00am", "2010-01-12 00:00:00.0000000+00:00")]
    [InlineData("12.1.2010 12:30 pm", "2010-01-12 12:30:00.0000000+00:00")]
    [InlineData("1/25/2010", "2010-01-25 00:00:00.0000000+00:00")]
    [InlineData("2024年3月5日", "2024-03-05 00:00:00.0000000+00:00")]
    [InlineData("2024-02-30", null)]
    [InlineData("2024-13-01", null)]
    [InlineData("1/2/24", null)]
    [InlineData("2024-03-05 24:00", null)]
    [InlineData("2024-03-05 13:00 PM", null)]
    [InlineData("2024-03-05T10:11+15:00", null)]
    [InlineData("0001-01-01T00:00+01:00", null)]
    [InlineData("2024-03-05x", null)]
    [InlineData("2024-03/05", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void TryParse_AnyText_ReadsOrRefuses(string text, string? expected) => Assert.Equal(expected, Parse(text));

    [Fact]
    public void TryParse_AmbiguousDate_FollowsTheDateOrder()
    {
        Assert.StartsWith("1982-12-04", Parse("4/12/1982"), StringComparison.Ordinal);
        Assert.StartsWith("1982-04-12", Parse("4/12/1982", DateOrder.MonthDayYear), StringComparison.Ordinal);
        Assert.StartsWith("1982-04-25", Parse("25/4/1982", DateOrder.MonthDayYear), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnyMoment_IsReadBack() => Prop.ForAll(ArbMap.Default.ArbFor<DateTime>(), static moment =>
        InstantText.TryParse(InstantText.Write(DateTime.SpecifyKind(moment, DateTimeKind.Utc)), SourceConventions.Default, out DateTimeOffset back)
        && back.UtcTicks == moment.Ticks
        && InstantText.TryParse(InstantText.Write(DateTime.SpecifyKind(moment, DateTimeKind.Unspecified)), SourceConventions.Default, out back)
        && back.UtcTicks == moment.Ticks).Check(Quick.Tests(500));

    [Fact]
    public void TryParse_AnyCharacters_NeverThrows() => Prop.ForAll(
        Gen.Elements("0129-/.:TZ+ 年月日APMapm".ToCharArray()).ArrayOf().ToArbitrary(),
        static units =>
        {
            InstantText.TryParse(units, SourceConventions.Default, out DateTimeOffset first);
            return !InstantText.TryParse(units, SourceConventions.Default, out DateTimeOffset again) || first == again;
        }).Check(Quick.Tests(2000));

    [Theory]
    [InlineData("17850.0", "17850")]
    [InlineData("17850.00", "17850.00")]
    [InlineData("a.0", "a.0")]
    [InlineData(".0", ".0")]
    [InlineData("1.5", "1.5")]
    public void Clean_KeyThatWasANumber_LosesThePointOnly(string key, string cleaned) => Assert.Equal(cleaned, KeyText.Clean(key).ToString());
}
