using System.Collections.Frozen;

namespace CustomerInsight.Matching;

/// <summary>The words by which companies say what they are in law.</summary>
internal static class LegalForms
{
    // The longest legal form that is spelt in single letters has five.
    private const int MostLetters = 6;

    private static readonly FrozenSet<string> Words = new[]
    {
        "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "company", "llc", "llp", "lp", "plc", "pllc", "cic",
        "gmbh", "mbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "ug", "ek", "ev", "eg", "se", "haftungsbeschrankt",
        "sa", "sas", "sasu", "sarl", "eurl", "snc", "sca", "srl", "spa", "sl", "slu", "sau", "cv", "sapi",
        "bv", "nv", "vof", "bvba", "sprl", "as", "asa", "ab", "oy", "oyj", "aps", "hf", "ehf",
        "pty", "pte", "pvt", "private", "proprietary", "bhd", "sdn", "kk", "gk", "yk", "doo", "sro", "sp", "kft", "zrt", "nyrt", "ooo", "oao", "zao", "pao", "ltda", "eireli",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those written without a space before or after the name, the longest first; in the simplified characters of standardized names.</summary>
    private static readonly string[] Han =
        ["股份有限公司", "有限责任公司", "有限公司", "集团公司", "股份公司", "株式会社", "有限会社", "合同会社", "公司"];

    /// <summary>The name without legal forms at its end, those of East Asia also at its beginning, and without a leading <c>the</c>; never nothing.</summary>
    public static string Without(string name)
    {
        List<string> words = [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        while (words.Count > 1 && Ending(words) is > 0 and int count && count < words.Count)
        {
            words.RemoveRange(words.Count - count, count);
        }

        if (words is ["the", _, ..])
        {
            words.RemoveAt(0);
        }

        return WithoutHan(string.Join(' ', words));
    }

    /// <summary>How many words at the end are one legal form: one, or single letters that make one, as <c>s a</c> does; 0 for none.</summary>
    private static int Ending(List<string> words)
    {
        if (Words.Contains(words[^1]))
        {
            return 1;
        }

        string letters = string.Empty;
        int longest = 0;
        for (int i = words.Count - 1; i > 0 && words[i].Length == 1 && letters.Length < MostLetters; i--)
        {
            letters = words[i] + letters;
            longest = letters.Length > 1 && (Words.Contains(letters) || letters == "zoo") ? letters.Length : longest;
        }

        return longest;
    }

    private static string WithoutHan(string name)
    {
        foreach (string form in Han)
        {
            if (name.Length > form.Length && name.EndsWith(form, StringComparison.Ordinal))
            {
                return name[..^form.Length].TrimEnd(' ');
            }

            if (name.Length > form.Length && name.StartsWith(form, StringComparison.Ordinal))
            {
                return name[form.Length..].TrimStart(' ');
            }
        }

        return name;
    }
}
