using System.Text;

namespace CustomerInsight.Models;

/// <summary>Makes numbers of names that are in the order of the names, as far as their first letters tell them apart.</summary>
/// <remarks>The letters are those after what a sample of the names has in common. Names of other kinds than the sample keep the order, too, but are told apart less.</remarks>
internal sealed class NameKeys
{
    private const int AsciiBits = 7;
    private const int WideBits = 16;

    private readonly string _prefix;
    private readonly int _bits;
    private readonly int _letters;
    private readonly uint _most;

    private NameKeys(string prefix, bool isAscii)
    {
        _prefix = prefix;
        _bits = isAscii ? AsciiBits : WideBits;
        _letters = 64 / _bits;
        _most = isAscii ? 127u : char.MaxValue;
    }

    /// <summary>Learns what names have in common.</summary>
    /// <param name="sample">Some names, at least one.</param>
    public static NameKeys Of(IReadOnlyList<string> sample)
    {
        ReadOnlySpan<char> prefix = sample[0];
        bool isAscii = true;
        foreach (string name in sample)
        {
            prefix = prefix[..prefix.CommonPrefixLength(name)];
            isAscii &= Ascii.IsValid(name);
        }

        return new NameKeys(prefix.ToString(), isAscii);
    }

    /// <summary>Gives a name's number, not below that of a name before it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isExact">Whether no other name has the number.</param>
    public ulong KeyOf(string name, out bool isExact)
    {
        ReadOnlySpan<char> letters = name;
        if (!letters.StartsWith(_prefix))
        {
            isExact = false;
            return string.CompareOrdinal(name, _prefix) < 0 ? 0 : ulong.MaxValue;
        }

        letters = letters[_prefix.Length..];
        bool isWhole = letters.Length <= _letters;
        letters = isWhole ? letters : letters[.._letters];
        ulong key = 0;
        uint most = 0;
        uint least = uint.MaxValue;
        foreach (char letter in letters)
        {
            key = (key << _bits) | letter;
            most = Math.Max(most, letter);
            least = Math.Min(least, letter);
        }

        if (most >= _most)
        {
            isExact = false;
            return Bounded(letters);
        }

        // A letter of number zero is like no letter.
        isExact = isWhole && least > 0;
        return letters.IsEmpty ? 0 : key << ((_letters - letters.Length) * _bits);
    }

    /// <summary>The number of a name with a letter that does not fit: what follows it is not told any more, and is not less than what follows a smaller letter.</summary>
    private ulong Bounded(ReadOnlySpan<char> letters)
    {
        ulong key = 0;
        for (int i = 0; ; i++)
        {
            if (letters[i] >= _most)
            {
                int missing = (_letters - i) * _bits;
                return (key << (missing - 1) << 1) | (ulong.MaxValue >> (64 - missing));
            }

            key = (key << _bits) | letters[i];
        }
    }
}
