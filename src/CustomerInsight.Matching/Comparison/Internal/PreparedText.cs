namespace CustomerInsight.Matching;

/// <summary>One text made ready to be compared with many, one after the other, whatever the script. Reusable: nothing is allocated for further texts up to 64 units.</summary>
/// <remarks>Every result is that of <see cref="JaroWinkler"/> and <see cref="EditDistance"/>. Not safe from many threads.</remarks>
internal sealed class PreparedText
{
    [ThreadStatic]
    private static PreparedText? _own;

    private readonly UnitTable _masks = new();
    private readonly char[] _units = new char[UnitTable.Most];
    private string? _long;
    private int _length;

    /// <summary>The instance of this thread, made ready for a text.</summary>
    public static PreparedText Of(ReadOnlySpan<char> text)
    {
        PreparedText own = _own ??= new PreparedText();
        own.Prepare(text);
        return own;
    }

    /// <summary>Makes this instance ready for a text, in place of the one before.</summary>
    public void Prepare(ReadOnlySpan<char> text)
    {
        if (_long is null)
        {
            _masks.Remove(Text);
        }

        _length = text.Length;
        _long = text.Length > UnitTable.Most ? text.ToString() : null;
        if (_long is null)
        {
            text.CopyTo(_units);
            _masks.Add(text);
        }
    }

    /// <summary>Jaro–Winkler similarity to another text.</summary>
    public double JaroWinklerTo(ReadOnlySpan<char> other) => JaroTo(other, Math.Min(Text.CommonPrefixLength(other), JaroWinkler.LongestPrefix));

    /// <summary>Jaro similarity to another text.</summary>
    public double JaroTo(ReadOnlySpan<char> other) => JaroTo(other, 0);

    /// <summary>The number of insertions, deletions and substitutions to another text.</summary>
    public int LevenshteinTo(ReadOnlySpan<char> other) =>
        _long is not null ? EditDistance.Levenshtein(_long, other) : _length == 0 ? other.Length : EditBits.Levenshtein(_masks, _length, other);

    /// <summary>The same with swaps of neighbours as one edit.</summary>
    public int OsaTo(ReadOnlySpan<char> other) =>
        _long is not null ? EditDistance.Osa(_long, other) : _length == 0 ? other.Length : EditBits.Osa(_masks, _length, other);

    private ReadOnlySpan<char> Text => _long is null ? _units.AsSpan(0, _length) : _long;

    private double JaroTo(ReadOnlySpan<char> other, int prefix)
    {
        if (_long is not null || other.Length > JaroBits.Most)
        {
            return JaroWinkler.Boost(JaroWinkler.Jaro(Text, other), prefix);
        }

        if (_length == 0 || other.IsEmpty)
        {
            return _length == other.Length ? 1 : 0;
        }

        (int matches, int outOfOrder) = JaroBits.Count(_masks, _length, other, 2);
        return JaroTable.Similarity(prefix, matches, outOfOrder, _length, other.Length);
    }
}
