namespace CustomerInsight;

/// <summary>Text as it arrives from the world: full-width, combining, right to left, broken surrogates, control characters, half-formed values.</summary>
internal static class NastyText
{
    private static readonly string[] Pieces =
    [
        "a", "B", "z", "é", "É", "e\u0301", "ß", "ẞ", "æ", "Ø", "İ", "ı", "ŉ", "ǅ", "ﬃ", "Å", "K", "ς", "Σ", "ΐ", "Й", "й", "и\u0306", "ё", "Ꭰ", "Ა",
        "０", "９", "Ａ", "ｚ", "＠", "＋", "－", "　", "（", "）", "／", "．", "1", "2", "0", "00", "12", "31", "1990", "19900412", "82", "٣", "۷", "²", "Ⅷ", "〇",
        "张", "三", "欧阳", "年", "月", "日", "号", "转", "男", "未知", "カ", "ｶ", "が", "か\u3099", "한", "ข", "ि", "नि", "א", "ب", "\u202E", "\u200F", "\u200D", "\uFEFF",
        "\u0301", "\u0308", "\u20DD", "\uFE0F", "\U000E0100", "\uD83D\uDE00", "\uD800", "\uDC00", "\U00020BB7", "\U00010400", "\0", "\t", "\r\n", "\u0085", "\u00A0", "\u2028", "\x7F",
        " ", "  ", "-", "--", "–", "'", "’", "`", "´", "\"", "“", ".", ",", ":", ";", "/", "#", "|", "(", ")", "(0)", "<", ">", "@", "+", "?", "&", "*", "_", "·", "〒",
        "n/a", "null", "n-u-l-l", "none", "unknown", "test", "mailto:", "ext", "x", "tel:", "street", "st", "male", "m", "w", "apr", "April", "of ", "th", "Mon", "T10:20", "Z",
        "user", "example.com", "020", "+44", "86", "@@",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Gen.Elements(Pieces)),
        (1, Gen.Choose(0, 0xFFFF).Select(static unit => ((char)unit).ToString())),
        (1, Gen.Choose(0, 0x10FFFF).Select(static point => point is >= 0xD800 and <= 0xDFFF ? "\uDBFF" : char.ConvertFromUtf32(point))));

    public static Arbitrary<string> Any { get; } = Piece.ArrayOf().Select(static pieces => string.Concat(pieces)).ToArbitrary();

    public static Arbitrary<SourceConventions> Conventions { get; } = (
        from country in Gen.Elements("", "1", "44", "86", "39", "+44", "7")
        from order in Gen.Elements(DateOrder.DayMonthYear, DateOrder.MonthDayYear)
        select new SourceConventions { PhoneCountryCode = country, DateOrder = order }).ToArbitrary();
}
