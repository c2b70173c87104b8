namespace CustomerInsight.Matching;

/// <summary>The Metaphone code of a Latin name: how its consonants sound in English.</summary>
/// <remarks>
/// Closer to the sound than <see cref="Soundex"/>, which keeps the first letter: Philip and Filip, Knight and Night, Wright and Rite share a code.
/// <para>Source: Philips, "Hanging on the Metaphone", Computer Language 7(12), 1990. Two rules of names are added: <c>ch</c> before a consonant is k
/// (Christine, Kristine), and a second hard c is silent (McCarthy, Macarthy).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Metaphone
{
    private const int LongestName = 64;

    /// <summary>Computes the code.</summary>
    /// <param name="name">A standardized name in lower case; units other than a–z are passed over, and what stands behind the 64th letter, doubled ones counted once.</param>
    /// <param name="length">How long the code may be, at least 1.</param>
    /// <returns>
    /// A code of the letters b f h j k l m n p r s t w x y and 0, where x is the sound of <c>sh</c> and <c>ch</c>, 0 that of <c>th</c>, and a vowel stands at the
    /// beginning alone; such as <c>kxrn</c>. Null where the name does not begin with a–z, or where no letter of it has a sound.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static string? Of(ReadOnlySpan<char> name, int length = 6)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (name.IsEmpty || !char.IsAsciiLetterLower(name[0]))
        {
            return null;
        }

        Span<char> letters = stackalloc char[LongestName];
        int count = 0;
        foreach (char unit in name)
        {
            // A doubled letter sounds as one and hides no neighbour: Matthew has the th of Mathew. A second c is told by its own rules, and gg is hard.
            bool isDoubled = count > 0 && unit == letters[count - 1] && unit is not ('c' or 'g');
            if (char.IsAsciiLetterLower(unit) && !isDoubled && count < LongestName)
            {
                letters[count++] = unit;
            }
        }

        var word = new SpokenWord(letters[..count]);
        Span<char> code = stackalloc char[2 * LongestName];
        int filled = 0;
        for (int i = word.Start; i < count && filled < length; i++)
        {
            ReadOnlySpan<char> sound = word.Sound(i);
            sound.CopyTo(code[filled..]);
            filled += sound.Length;
        }

        return filled == 0 ? null : new string(code[..Math.Min(filled, length)]);
    }
}
