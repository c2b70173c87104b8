using System.Globalization;

namespace CustomerInsight.Testing;

/// <summary>Numbers as text in the invariant culture.</summary>
internal static class Digits
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>So many random digits.</summary>
    public static string Draw(SeededRandom random, int count) => string.Create(count, random, static (digits, source) =>
    {
        for (int i = 0; i < digits.Length; i++)
        {
            digits[i] = (char)('0' + source.Next(10));
        }
    });
}
