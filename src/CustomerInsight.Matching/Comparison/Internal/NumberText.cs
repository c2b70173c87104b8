using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>Reads standardized numbers: digits, a point, a minus, an exponent.</summary>
internal static class NumberText
{
    public static bool TryRead(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);
}
