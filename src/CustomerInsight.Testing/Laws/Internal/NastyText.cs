using System.Globalization;

namespace CustomerInsight.Testing;

/// <summary>Texts that have broken parsers before: lone surrogates, controls, combining marks, look-alikes, digits of other scripts, very long ones.</summary>
internal static class NastyText
{
    private const int LongLength = 5_000;

    private static readonly string[] Pieces =
    [
        "a", "Z", "7", "0", "-", ".", "@", "+", "/", "'", "(", " ", "\t", "\n", "\0", "é", "İ", "ı", "ß", "ſ", "Å", "ﬁ", "Ω", "Ж", "ا", "ש", "नि", "한", "王", "㐀", "𠮷", "Ａ", "７", "٣",
        "e\u0301", "\u0301", "\u200B", "\u200D", "\u202E", "\uFEFF", "\u00A0", "\u3000", "\uFFFD", "\uD800", "\uDC00", "😀", "👨‍👩‍👧",
        "1982", "29/02/", "1900-02-29", "31.12.", "99999999999999999999", "+44", "0086", "@@", "..", "%00", "\\", "\"", "<", "null", "NaN", "O'", "van der ", "St. ", "Flat ", "PO Box ",
    ];

    public static IEnumerable<string> Generate(SeededRandom random, int count)
    {
        for (int made = 0; made < count;)
        {
            // Every piece on its own first, then random strings of them, and now and then a very long one.
            string text = made < Pieces.Length ? Pieces[made] : Draw(random, made % 200 == 199);
            made++;
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return text;
            }
        }
    }

    /// <summary>The code points of a made-up text: it is nobody's data, but may not be fit to print.</summary>
    public static string Describe(string text)
    {
        string units = string.Join(' ', text.Take(40).Select(static unit => string.Create(CultureInfo.InvariantCulture, $"{(int)unit:X4}")));
        return text.Length > 40 ? string.Create(CultureInfo.InvariantCulture, $"[{units} …, {text.Length} UTF-16 units]") : $"[{units}]";
    }

    private static string Draw(SeededRandom random, bool isLong)
    {
        int length = isLong ? LongLength : 1 + random.Next(12);
        return string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(4) == 0
            ? ((char)(1 + random.Next(0xFFFF))).ToString()
            : Pieces[random.Next(Pieces.Length)]));
    }
}
