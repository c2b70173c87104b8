namespace CustomerInsight.Matching.Tests;

/// <summary>Texts of several scripts, of lengths around those at which the kernels change their form.</summary>
internal static class Texts
{
    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33, 48, 63, 64, 65, 80];

    private static readonly string[] Alphabets =
    [
        "ab",
        "abcdefghijklmnopqrstuvwxyz -'",
        "aábcçdeéèôœ",
        "abc张伟李娜王芳",
        "a\ud83d\ude00\ud83d\ude01\ud840\udc00",
        new string([.. Enumerable.Range(0x4E00, 400).Select(static unit => (char)unit)]),
        new string([.. Enumerable.Range(0x20, 300).Select(static unit => (char)unit)]),
    ];

    /// <summary>Texts of one alphabet and any of the lengths.</summary>
    public static Gen<string> Of(string alphabet) =>
        from length in Gen.Elements(Lengths)
        from units in Gen.Elements(alphabet.ToCharArray()).ArrayOf(length)
        select new string(units);

    /// <summary>A text, and a column of texts of which some are of the same alphabet and some the text itself after an edit.</summary>
    public static Arbitrary<(string Text, string[] Column)> WithColumn { get; } = (
        from alphabet in Gen.Elements(Alphabets)
        from text in Of(alphabet)
        from same in Of(alphabet).ArrayOf()
        from edited in Edited(text, alphabet).ArrayOf()
        from other in Gen.Elements(Alphabets).SelectMany(Of).ArrayOf(3)
        select (text, (string[])[.. same, .. edited, .. other])).ToArbitrary();

    /// <summary>Two texts that are often alike.</summary>
    public static Arbitrary<(string Left, string Right)> Pairs { get; } = (
        from alphabet in Gen.Elements(Alphabets)
        from left in Of(alphabet)
        from right in Gen.OneOf(Of(alphabet), Edited(left, alphabet))
        select (left, right)).ToArbitrary();

    /// <summary>A text after up to three deletions, insertions and swaps.</summary>
    private static Gen<string> Edited(string text, string alphabet) =>
        from edits in Gen.Choose(0, 3)
        from places in Gen.Choose(0, 1000).ArrayOf(edits)
        from kinds in Gen.Choose(0, 2).ArrayOf(edits)
        from units in Gen.Elements(alphabet.ToCharArray()).ArrayOf(edits)
        select Enumerable.Range(0, edits).Aggregate(text, (edited, i) => Edit(edited, places[i], kinds[i], units[i]));

    private static string Edit(string text, int place, int kind, char unit)
    {
        int at = place % (text.Length + 1);
        return kind switch
        {
            0 => text.Insert(at, unit.ToString()),
            1 when at < text.Length => text.Remove(at, 1),
            2 when at + 1 < text.Length => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => text,
        };
    }
}
