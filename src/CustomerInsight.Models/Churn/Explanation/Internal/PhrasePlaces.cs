using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>Fills the places of a sentence, each a name in braces.</summary>
internal static class PhrasePlaces
{
    /// <summary>Fills them; null where a word is not known.</summary>
    public static string? Fill(string sentence, Func<string, string?> wordOf)
    {
        var text = new StringBuilder(sentence.Length + 16);
        int done = 0;
        while (sentence.IndexOf('{', done) is >= 0 and int open && sentence.IndexOf('}', open) is >= 0 and int close)
        {
            if (wordOf(sentence[(open + 1)..close]) is not { } word)
            {
                return null;
            }

            text.Append(sentence, done, open - done).Append(word);
            done = close + 1;
        }

        return text.Append(sentence, done, sentence.Length - done).ToString();
    }

    /// <summary>A number in a format of <see cref="ReasonPhrase"/>; null where there is no such format.</summary>
    public static string? Formatted(double number, string format) => format switch
    {
        "chance" => Percent(1 / (1 + Math.Exp(-number))),
        "percent" => Percent(number),
        "exp" => ShortNumber.Of(Math.Exp(number)),
        _ => null,
    };

    private static string Percent(double share) => share.ToString("0.# %", CultureInfo.InvariantCulture);
}
