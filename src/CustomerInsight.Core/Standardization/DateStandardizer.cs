using System.Globalization;

namespace CustomerInsight;

/// <summary>Standardizes dates to <c>yyyy-MM-dd</c>, so that they sort and compare as text; what tells only a year or a month to <c>yyyy</c> or <c>yyyy-MM</c>.</summary>
/// <remarks>
/// Reads <c>1990-04-12</c>, <c>1990/4/12</c>, <c>19900412</c>, <c>12.04.1990</c>, <c>12 Apr 1990</c>, <c>April 12th, 1990</c>,
/// <c>1990年4月12日</c>, each also with a time after it, which is left out; a zone is not applied.
/// <para>Day and month that could be exchanged are told apart by <see cref="SourceConventions.DateOrder"/>, which is noted; where only one order
/// gives a date, it is that one. Two-digit years are completed by a fixed rule, which is noted: 00–29 are 2000–2029, 30–99 are 1930–1999.</para>
/// <para>Of <c>1990</c>, <c>1990-04</c>, <c>04/1990</c>, <c>April 1990</c> and <c>1990-00-00</c> the year and the month are kept, which is noted. A date of four-digit year
/// whose month or day does not exist (1990-04-31, 1830-00-01, 31/13/1990) keeps its form, which is noted too: nearly always it is one typing
/// error away from the date that was meant. It equals no day of the calendar.</para>
/// <para>Rejected: dates of which neither month nor day exists (1990-45-67), years before 100 or after 2999 (0001-01-01 and 9999-12-31 are what programs
/// write where they know no date), a year alone before 1000, and all that is not understood.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class DateStandardizer : IStandardizer
{
    internal const int FirstYear = 100;
    internal const int LastYear = 2999;
    private const int LastShortYearOf2000 = 29;

    /// <inheritdoc/>
    public string Name => "date";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(conventions);
        if (IsStandard(value))
        {
            return new StandardizedValue(value);
        }

        var folded = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        TextFolding.Fold(value, ref folded);
        if (!DateParts.TryRead(folded.Text, out DateParts parts))
        {
            return PartialDate.Read(folded.Text) is { } partial ? Doubtful(partial, value) : StandardizedValue.Rejected;
        }

        if (TryResolve(parts, conventions.DateOrder, out DateOnly date, out bool assumed))
        {
            return new StandardizedValue(Write(date, value), assumed ? StandardizationNote.AssumedDate : StandardizationNote.None);
        }

        return PartialDate.Impossible(parts, conventions.DateOrder) is { } written ? Doubtful(written, value) : StandardizedValue.Rejected;
    }

    /// <summary>Whether a value is a day of the calendar as it would be written.</summary>
    private static bool IsStandard(string value) => value is [_, _, _, _, '-', _, _, '-', _, _]
        && TryNumber(value.AsSpan(0, 4), out int year) && TryNumber(value.AsSpan(5, 2), out int month) && TryNumber(value.AsSpan(8, 2), out int day)
        && IsDate(year, month, day);

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (char unit in digits)
        {
            if (!char.IsAsciiDigit(unit))
            {
                return false;
            }

            number = (number * 10) + unit - '0';
        }

        return true;
    }

    private static bool IsDate(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static StandardizedValue Doubtful(string text, string value) => new(text == value ? value : text, StandardizationNote.PartialDate);

    private static string Write(DateOnly date, string value)
    {
        Span<char> text = stackalloc char[10];
        date.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return text.SequenceEqual(value) ? value : text.ToString();
    }

    private static bool TryResolve(DateParts parts, DateOrder order, out DateOnly date, out bool assumed)
    {
        DatePart first = parts.First;
        DatePart second = parts.Second;
        DatePart third = parts.Third;
        if (first.IsMonthName)
        {
            return TryDate(third, first.Number, second.Number, out date, out assumed);
        }

        if (first.IsYear || (first.Number > 31 && !third.IsYear))
        {
            return TryDate(first, second.Number, third.Number, out date, out assumed);
        }

        if (second.IsMonthName)
        {
            return TryDate(third, second.Number, first.Number, out date, out assumed);
        }

        bool dayFirst = TryDate(third, second.Number, first.Number, out DateOnly asDayFirst, out assumed);
        bool monthFirst = TryDate(third, first.Number, second.Number, out DateOnly asMonthFirst, out _);
        bool chosenDayFirst = dayFirst && (!monthFirst || order == DateOrder.DayMonthYear);
        assumed |= dayFirst && monthFirst && asDayFirst != asMonthFirst;
        date = chosenDayFirst ? asDayFirst : asMonthFirst;
        return dayFirst || monthFirst;
    }

    private static bool TryDate(DatePart year, int month, int day, out DateOnly date, out bool completed)
    {
        int number = year.Number;
        completed = !year.IsYear;
        if (completed)
        {
            number += number <= LastShortYearOf2000 ? 2000 : 1900;
        }

        bool valid = (!completed || year.Digits == 2) && IsDate(number, month, day);
        date = valid ? new DateOnly(number, month, day) : default;
        return valid;
    }
}
