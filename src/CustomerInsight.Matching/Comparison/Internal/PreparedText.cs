namespace CustomerInsight.Matching;

/// <summary>One text made ready to be compared with many, one after the other, whatever the script. Reusable: nothing is allocated for further texts up to 64 units.</summary>
/// <remarks>Every result is that of <see cref="JaroWinkler"/> and <see cref="EditDistance"/>. Not safe from many threads.</remarks>
internal sealed class PreparedText
{
    private readonly UnitTable _table = new();
    private string? _long;

    /// <summary>Makes this instance ready for a text, in place of the one before.</summary>
    public void Prepare(ReadOnlySpan<char> text)
    {
        _long = text.Length > UnitTable.Most ? text.ToString() : null;
        _table.Set(_long is null ? text : []);
    }

    /// <inheritdoc cref="JaroWinkler.Similarity"/>
    public double JaroWinklerTo(ReadOnlySpan<char> other, double atLeast = 0) => JaroTo(other, JaroWinkler.PrefixLength(Text, other), atLeast);

    /// <inheritdoc cref="JaroWinkler.Jaro"/>
    public double JaroTo(ReadOnlySpan<char> other, double atLeast = 0) => JaroTo(other, 0, atLeast);

    /// <inheritdoc cref="EditDistance.Levenshtein"/>
    public int LevenshteinTo(ReadOnlySpan<char> other, int atMost = int.MaxValue - 1) =>
        _long is not null ? EditDistance.Levenshtein(_long, other, atMost)
        : IsSmall(atMost, other) ? Bounded(other, false, atMost)
        : Math.Min(EditBits.Levenshtein(default(TableMasks), ref _table.Table, _table.Pattern.Length, other), atMost + 1);

    /// <inheritdoc cref="EditDistance.Osa"/>
    public int OsaTo(ReadOnlySpan<char> other, int atMost = int.MaxValue - 1) =>
        _long is not null ? EditDistance.Osa(_long, other, atMost)
        : IsSmall(atMost, other) ? Bounded(other, true, atMost)
        : Math.Min(EditBits.Osa(default(TableMasks), ref _table.Table, _table.Pattern.Length, other), atMost + 1);

    private ReadOnlySpan<char> Text => _long is null ? _table.Pattern : _long;

    private static bool IsSmall(int atMost, ReadOnlySpan<char> other) => atMost < other.Length / 2;

    private int Bounded(ReadOnlySpan<char> other, bool swaps, int atMost)
    {
        int length = _table.Pattern.Length;
        return length == 0 || Math.Abs(length - other.Length) > atMost
            ? atMost + 1
            : Math.Min(EditBits.Bounded(default(TableMasks), ref _table.Table, length, other, swaps, atMost), atMost + 1);
    }

    private double JaroTo(ReadOnlySpan<char> other, int prefix, double atLeast)
    {
        ReadOnlySpan<char> text = _table.Pattern;
        if (_long is not null || other.Length > JaroBits.Most)
        {
            return JaroWinkler.Compare(Text, other, prefix, atLeast);
        }

        if (text.IsEmpty || other.IsEmpty)
        {
            return text.Length == other.Length ? 1 : 0;
        }

        return atLeast > 0 && JaroTable.Similarity(prefix, Math.Min(text.Length, other.Length), 0, text.Length, other.Length) < atLeast
            ? 0
            : JaroBits.Similarity(default(TableMasks), ref _table.Table, text.Length, other, prefix, atLeast);
    }
}
