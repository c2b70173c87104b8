namespace CustomerInsight.Matching;

/// <summary>The American Soundex code of a Latin name.</summary>
/// <remarks><para>Source: US National Archives, "Soundex System": H and W do not part equal codes, vowels do.</para></remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Soundex
{
    private const string Codes = "01230120022455012623010202"; // a to z; 0 for letters without a code
    private const int Length = 4;

    /// <summary>Computes the code.</summary>
    /// <param name="name">A standardized name in lower case; units other than a–z are passed over.</param>
    /// <returns>A letter and three digits, such as <c>r163</c>, or null where the name does not begin with a–z.</returns>
    public static string? Of(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetterLower(name[0]))
        {
            return null;
        }

        Span<char> code = stackalloc char[Length];
        code.Fill('0');
        code[0] = name[0];
        int filled = 1;
        char last = Codes[name[0] - 'a'];
        foreach (char letter in name[1..])
        {
            if (!char.IsAsciiLetterLower(letter) || letter is 'h' or 'w')
            {
                continue;
            }

            char digit = Codes[letter - 'a'];
            if (digit != '0' && digit != last)
            {
                code[filled++] = digit;
                if (filled == Length)
                {
                    break;
                }
            }

            last = digit;
        }

        return new string(code);
    }
}
