using System.Globalization;

namespace CustomerInsight;

public sealed class DateStandardizerTests
{
    [Theory]
    [InlineData("1990-04-12", "1990-04-12")]
    [InlineData("19900412", "1990-04-12")]
    [InlineData("19900412101500", "1990-04-12")]
    [InlineData("1990/4/12", "1990-04-12")]
    [InlineData("1990.04.12", "1990-04-12")]
    [InlineData("12 Apr 1990", "1990-04-12")]
    [InlineData("12-Apr-1990", "1990-04-12")]
    [InlineData("12Apr1990", "1990-04-12")]
    [InlineData("April 12, 1990", "1990-04-12")]
    [InlineData("Apr. 12th, 1990", "1990-04-12")]
    [InlineData("1st of September 1990", "1990-09-01")]
    [InlineData("Thursday, 12 April 1990", "1990-04-12")]
    [InlineData("Sept 3 1990", "1990-09-03")]
    [InlineData("Mar 6 1976", "1976-03-06")]
    [InlineData("1990 Apr 12", "1990-04-12")]
    [InlineData("1990年4月12日", "1990-04-12")]
    [InlineData("１９９０年０４月１２日", "1990-04-12")]
    [InlineData("1990-04-12T23:30:00Z", "1990-04-12")]
    [InlineData("1990-04-12 23:30:00.123 +08:00", "1990-04-12")]
    [InlineData("12/31/1990 12:00:00 AM", "1990-12-31")]
    [InlineData("20200229", "2020-02-29")]
    [InlineData("25/12/1990", "1990-12-25")]
    [InlineData("12/25/1990", "1990-12-25")]
    [InlineData("4/4/1990", "1990-04-04")]
    [InlineData("0742-04-02", "0742-04-02")]
    [InlineData("1990–04–12", "1990-04-12")]
    [InlineData(" 1990-04-12 ", "1990-04-12")]
    public void Standardize_DateThatTells_NeedsNoAssumption(string value, string expected)
    {
        Assert.Equal(new StandardizedValue(expected), Standardize(value, DateOrder.DayMonthYear));
        Assert.Equal(new StandardizedValue(expected), Standardize(value, DateOrder.MonthDayYear));
    }

    [Theory]
    [InlineData("4/12/1982", "1982-12-04", "1982-04-12")]
    [InlineData("04.12.1982", "1982-12-04", "1982-04-12")]
    [InlineData("4-12-82", "1982-12-04", "1982-04-12")]
    [InlineData("4/12/82", "1982-12-04", "1982-04-12")]
    [InlineData("6/15/98", "1998-06-15", "1998-06-15")]
    [InlineData("18-May-79", "1979-05-18", "1979-05-18")]
    [InlineData("82/12/04", "1982-12-04", "1982-12-04")]
    [InlineData("1/1/29", "2029-01-01", "2029-01-01")]
    [InlineData("1/1/30", "1930-01-01", "1930-01-01")]
    [InlineData("1/1/00", "2000-01-01", "2000-01-01")]
    [InlineData("Apr 12 '82", "1982-04-12", "1982-04-12")]
    public void Standardize_DateThatDoesNotTell_FollowsTheConventionAndNotesIt(string value, string dayFirst, string monthFirst)
    {
        Assert.Equal(new StandardizedValue(dayFirst, StandardizationNote.AssumedDate), Standardize(value, DateOrder.DayMonthYear));
        Assert.Equal(new StandardizedValue(monthFirst, StandardizationNote.AssumedDate), Standardize(value, DateOrder.MonthDayYear));
    }

    [Theory]
    [InlineData("1990", "1990")]
    [InlineData("１９９０年", "1990")]
    [InlineData("1990-00-00", "1990")]
    [InlineData("00/00/1990", "1990")]
    [InlineData("1990-04", "1990-04")]
    [InlineData("1990/4", "1990-04")]
    [InlineData("04/1990", "1990-04")]
    [InlineData("April 1990", "1990-04")]
    [InlineData("1990 Apr", "1990-04")]
    [InlineData("1990年4月", "1990-04")]
    [InlineData("1990-04-00", "1990-04-00")]
    [InlineData("1830-00-01", "1830-00-01")]
    [InlineData("1990-02-30", "1990-02-30")]
    [InlineData("19900230", "1990-02-30")]
    [InlineData("30/2/1990", "1990-02-30")]
    [InlineData("2/30/1990", "1990-02-30")]
    [InlineData("30 Feb 1990", "1990-02-30")]
    [InlineData("Feb 45, 1990", "1990-02-45")]
    [InlineData("1990-13-01", "1990-13-01")]
    [InlineData("2019-02-29", "2019-02-29")]
    public void Standardize_NoDayOfTheCalendar_KeepsWhatItTellsAndNotesIt(string value, string expected)
    {
        Assert.Equal(new StandardizedValue(expected, StandardizationNote.PartialDate), Standardize(value, DateOrder.DayMonthYear));
        Assert.Equal(new StandardizedValue(expected, StandardizationNote.PartialDate), Standardize(value, DateOrder.MonthDayYear));
    }

    [Fact]
    public void Standardize_TwoNumbersThatAreNoMonth_FollowTheConvention()
    {
        Assert.Equal("1990-15-31", Standardize("31/15/1990", DateOrder.DayMonthYear).Value);
        Assert.Equal("1990-31-15", Standardize("31/15/1990", DateOrder.MonthDayYear).Value);
    }

    [Theory]
    [InlineData("1990-45-67")]
    [InlineData("1990-00-45")]
    [InlineData("12345678")]
    [InlineData("0900")]
    [InlineData("3000")]
    [InlineData("1990-13")]
    [InlineData("13/1990")]
    [InlineData("1990 1991")]
    [InlineData("April")]
    [InlineData("12")]
    [InlineData("29/2/19")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("-1990-04-1")]
    [InlineData("12 Foo 1990")]
    [InlineData("Apr May 1990")]
    [InlineData("12 1990 Apr")]
    [InlineData("1990-04-12 or so")]
    [InlineData("192.168.1.1")]
    [InlineData("1.2.3.4")]
    [InlineData("1/2/3")]
    [InlineData("30052")]
    [InlineData("1990041")]
    [InlineData("unknown")]
    [InlineData("-")]
    public void Standardize_NoDate_IsRejected(string value)
    {
        Assert.Equal(StandardizedValue.Rejected, Standardize(value, DateOrder.DayMonthYear));
        Assert.Equal(StandardizedValue.Rejected, Standardize(value, DateOrder.MonthDayYear));
    }

    [Fact]
    public void Standardize_EveryWayToWriteADay_GivesThatDay()
    {
        Gen<DateOnly> days = Gen.Choose(new DateOnly(1000, 1, 1).DayNumber, new DateOnly(2999, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);
        string[] formats = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy年M月d日", "d MMM yyyy", "MMMM d, yyyy", "d/M/yyyy", "dd.MM.yyyy", "yyyy-MM-dd'T10:00:00'"];
        Prop.ForAll(days.ToArbitrary(), Gen.Elements(formats).ToArbitrary(), static (day, format) =>
        {
            string written = day.ToString(format, CultureInfo.InvariantCulture);
            return Standardize(written, DateOrder.DayMonthYear).Value == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }).Check(Quick.Tests(2_000));
    }

    private static StandardizedValue Standardize(string value, DateOrder order) =>
        new DateStandardizer().Standardize(value, new SourceConventions { DateOrder = order });
}
