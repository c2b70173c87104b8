namespace CustomerInsight.Matching;

/// <summary>The words of standardized names.</summary>
internal static class NameWords
{
    // Letters from here on are of scripts without initials: one of them is a syllable or a word.
    private const char FirstWithoutInitials = '\u1100';

    /// <summary>Says whether a word of a name is the initial of a longer one.</summary>
    public static bool IsInitial(ReadOnlySpan<char> word) => word is [< FirstWithoutInitials and var letter] && char.IsLetter(letter);

    /// <summary>Says whether any word of a name is an initial.</summary>
    public static bool HasInitial(ReadOnlySpan<char> name)
    {
        if (name.Length > 1 && !name.Contains(' '))
        {
            return false;
        }

        while (TextWords.Next(ref name) is { IsEmpty: false } word)
        {
            if (IsInitial(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Says whether two names are the same word for word but that one has initials where the other has words: <c>j r</c> and <c>john robert</c>.
    /// Words that the longer one has at its end do not count.
    /// </summary>
    public static bool AgreeInInitials(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        bool any = false;
        while (true)
        {
            ReadOnlySpan<char> one = TextWords.Next(ref left);
            ReadOnlySpan<char> other = TextWords.Next(ref right);
            if (one.IsEmpty || other.IsEmpty)
            {
                return any;
            }

            if (!one.SequenceEqual(other))
            {
                if (one[0] != other[0] || !(IsInitial(one) || IsInitial(other)))
                {
                    return false;
                }

                any = true;
            }
        }
    }

    /// <summary>The words that say who it is: no initials, and no particles such as <c>de la</c> unless there is nothing else.</summary>
    public static IEnumerable<string> Telling(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] telling = [.. words.Where(static word => !IsInitial(word) && !IsParticle(word))];
        return telling.Length > 0 ? telling : words.Where(static word => !IsInitial(word));
    }

    /// <summary>The words that say who it is, as hashes of 64 bits, so that no two words in use share one; rising, each once.</summary>
    public static ulong[] TellingHashes(string name)
    {
        ulong[] hashes = [.. Telling(name).Select(static word => StableHash.Of(word))];
        return hashes[..SetSimilarities.Sort(hashes.AsSpan())];
    }

    private static bool IsParticle(string word) => word is
        "de" or "del" or "della" or "di" or "da" or "das" or "do" or "dos" or "du" or "des" or "d"
        or "la" or "las" or "le" or "les" or "los" or "lo" or "el" or "al" or "y" or "e"
        or "van" or "von" or "vom" or "der" or "den" or "dem" or "ter" or "ten" or "zu" or "zum" or "zur" or "und" or "af" or "av"
        or "bin" or "bint" or "ibn" or "ben" or "abu" or "st" or "san" or "santa" or "saint" or "mac" or "mc" or "fitz";
}
