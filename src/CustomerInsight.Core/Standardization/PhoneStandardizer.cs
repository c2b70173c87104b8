using System.Globalization;

namespace CustomerInsight;

/// <summary>Standardizes telephone numbers: with country 44, <c>(020) 7946-0018 ext. 5</c> becomes <c>+442079460018</c>.</summary>
/// <remarks>
/// Keeps digits. A number that begins with <c>+</c> or <c>00</c> is international: <c>+</c> and its digits. Any other gets
/// <see cref="SourceConventions.PhoneCountryCode"/> where that is set, without its trunk zeros, which is noted; twelve or more digits (for country 1,
/// eleven) that begin with that code are taken to have it already. Where it is not set, the number stays national, zeros included. A bracketed
/// <c>(0)</c> inside a number is dropped; so is what follows a letter, <c>#</c>, <c>;</c>, <c>|</c> or a second <c>+</c> after at
/// least five digits: an extension, a comment, another number.
/// <para>Rejected: fewer than five digits, more than fifteen (the longest of ITU-T E.164), one digit repeated.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PhoneStandardizer : IStandardizer
{
    private const int Fewest = 5;
    private const int Most = 15;

    /// <inheritdoc/>
    public string Name => "phone";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(conventions);
        if (value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return Number(value, international: false, value, conventions);
        }

        var buffer = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        bool international = ReadDigits(value, ref buffer);
        return Number(buffer.Text, international, value, conventions);
    }

    private static StandardizedValue Number(ReadOnlySpan<char> digits, bool international, string value, SourceConventions conventions)
    {
        if (international || digits.StartsWith("00"))
        {
            digits = digits.TrimStart('0');
            international = true;
        }

        string country = CountryOf(conventions);
        if (country.Length == 0)
        {
            return IsUsable(digits) ? new StandardizedValue(international ? string.Concat("+", digits) : Same(digits, value)) : StandardizedValue.Rejected;
        }

        bool own = digits.StartsWith(country) && (international || digits.Length >= (country == "1" ? 11 : 12));
        if (international && !own)
        {
            return IsUsable(digits) ? new StandardizedValue(string.Concat("+", digits)) : StandardizedValue.Rejected;
        }

        digits = own ? digits[country.Length..] : digits;
        digits = KeepsLeadingZero(country) ? digits : digits.TrimStart('0');
        string whole = string.Concat("+", country, digits);
        return IsUsable(digits) && IsUsable(whole.AsSpan(1))
            ? new StandardizedValue(whole, international ? StandardizationNote.None : StandardizationNote.AssumedPhoneCountry)
            : StandardizedValue.Rejected;
    }

    private static string Same(ReadOnlySpan<char> digits, string value) => digits.SequenceEqual(value) ? value : digits.ToString();

    private static bool IsUsable(ReadOnlySpan<char> digits) => digits.Length is >= Fewest and <= Most && digits.IndexOfAnyExcept(digits[0]) >= 0;

    private static bool ReadDigits(string value, ref CharBuffer digits)
    {
        bool international = false;
        for (int i = 0; i < value.Length; i++)
        {
            char unit = TextFolding.Narrow(value[i]);
            if (char.IsDigit(unit))
            {
                bool trunk = digits.Length > 0 && unit == '0' && IsBracketed(value, i);
                if (!trunk)
                {
                    digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(unit)));
                }
            }
            else if (digits.Length >= Fewest && (unit is '+' or '#' or ';' or '|' || char.IsLetter(unit)))
            {
                break;
            }
            else
            {
                international |= unit == '+' && digits.Length == 0;
            }
        }

        return international;
    }

    private static bool IsBracketed(string value, int index) =>
        index + 1 < value.Length && TextFolding.Narrow(value[index - 1]) == '(' && TextFolding.Narrow(value[index + 1]) == ')';

    private static string CountryOf(SourceConventions conventions)
    {
        string code = conventions.PhoneCountryCode;
        return code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && !code.StartsWith('0')
            ? code
            : string.Concat(code.Where(char.IsAsciiDigit)).TrimStart('0');
    }

    // In these countries the zero is part of the number and is dialled from abroad too.
    private static bool KeepsLeadingZero(string country) => country is "39" or "225" or "229" or "241" or "242" or "378" or "379";
}
