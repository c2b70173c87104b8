namespace CustomerInsight.Matching;

/// <summary>The rules of Metaphone: what each letter of a word sounds like among its neighbours.</summary>
/// <param name="letters">The word in a–z, without doubled letters other than cc and gg.</param>
internal readonly ref struct SpokenWord(ReadOnlySpan<char> letters)
{
    private readonly ReadOnlySpan<char> _letters = letters;

    /// <summary>The first letter that is spoken: of kn, gn, pn, wr and ae the second.</summary>
    public int Start => _letters is ['k' or 'g' or 'p', 'n', ..] or ['w', 'r', ..] or ['a', 'e', ..] ? 1 : 0;

    /// <summary>The sound of a letter; empty where it is silent or a letter before it has told it.</summary>
    public ReadOnlySpan<char> Sound(int i)
    {
        char letter = _letters[i];
        if (letter == 'g' && At(i - 1) == 'g')
        {
            return default;
        }

        return letter switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => i == Start ? _letters.Slice(i, 1) : default,
            'b' => At(i - 1) == 'm' && i == _letters.Length - 1 ? default : "b",
            'c' => C(i),
            'd' => IsSoftG(i + 1) ? "j" : "t",
            'g' => G(i),
            'h' => At(i - 1) is 'c' or 's' or 'p' or 't' or 'g' || !IsVowel(At(i + 1)) ? default : At(i - 1) == 'w' && i == 1 ? default : "h",
            'k' => At(i - 1) == 'c' ? default : "k",
            'p' => At(i + 1) == 'h' ? "f" : "p",
            'q' => "k",
            's' => At(i + 1) == 'h' || (At(i + 1) == 'i' && At(i + 2) is 'o' or 'a') ? "x" : "s",
            't' => T(i),
            'v' => "f",
            'w' => IsVowel(At(i + 1)) || (i == 0 && At(1) == 'h') ? "w" : default,
            'x' => i == 0 ? "s" : "ks",
            'y' => IsVowel(At(i + 1)) ? "y" : default,
            'z' => "s",
            _ => _letters.Slice(i, 1),
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsFront(char letter) => letter is 'e' or 'i' or 'y';

    private char At(int i) => i >= 0 && i < _letters.Length ? _letters[i] : '\0';

    private bool IsSoftG(int i) => At(i) == 'g' && IsFront(At(i + 1));

    private ReadOnlySpan<char> C(int i)
    {
        char next = At(i + 1);
        if (IsFront(next))
        {
            return At(i - 1) == 's' ? default : next == 'i' && At(i + 2) == 'a' ? "x" : "s";
        }

        if (next == 'h')
        {
            return At(i - 1) == 's' || (i == 0 && At(2) != '\0' && !IsVowel(At(2)) && At(2) != 'y') ? "k" : "x";
        }

        return At(i - 1) == 'c' ? default : "k";
    }

    private ReadOnlySpan<char> G(int i)
    {
        char next = At(i + 1);
        bool ofEnding = next == 'n' && (i + 2 == _letters.Length || _letters[(i + 1)..].SequenceEqual("ned"));
        bool silent = (next == 'h' && !IsVowel(At(i + 2))) || (i > 0 && ofEnding) || (At(i - 1) == 'd' && IsSoftG(i));
        return silent ? default : IsFront(next) ? "j" : "k";
    }

    private ReadOnlySpan<char> T(int i) => At(i + 1) switch
    {
        'h' => "0",
        'i' when At(i + 2) is 'o' or 'a' => "x",
        'c' when At(i + 2) == 'h' => default,
        _ => "t",
    };
}
