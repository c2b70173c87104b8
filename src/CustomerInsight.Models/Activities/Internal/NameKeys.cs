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
        isExact = false;
        if (!name.StartsWith(_prefix, StringComparison.Ordinal))
        {
            return string.CompareOrdinal(name, _prefix) < 0 ? 0 : ulong.MaxValue;
        }

        ReadOnlySpan<char> rest = name.AsSpan(_prefix.Length);
        bool isWhole = rest.Length <= _letters;
        ulong key = 0;
        for (int i = 0; i < _letters; i++)
        {
            uint letter = i < rest.Length ? rest[i] : 0u;
            if (letter >= _most)
            {
                // What follows cannot be told any more, and must not be less than what follows a smaller letter.
                int missing = (_letters - i) * _bits;
                return (key << (missing - 1) << 1) | (ulong.MaxValue >> (64 - missing));
            }

            isWhole &= letter != 0 || i >= rest.Length;
            key = (key << _bits) | letter;
        }

        isExact = isWhole;
        return key;
    }
}
