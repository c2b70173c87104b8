using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Texts of a column one behind the other in memory, shortest first, that a prepared text is compared with one by one.</summary>
/// <remarks>Neighbours in memory are fetched ahead, and a loop of the same length again and again is foreseen.</remarks>
internal sealed class TextRow
{
    private readonly int[] _places;
    private readonly int[] _ends;
    private readonly char[] _units;

    /// <param name="texts">The column.</param>
    /// <param name="places">Which texts of it, in any order.</param>
    public TextRow(string[] texts, IEnumerable<int> places)
    {
        _places = [.. places.OrderBy(place => texts[place].Length)];
        _ends = new int[_places.Length];
        _units = new char[_places.Sum(place => texts[place].Length)];
        int end = 0;
        for (int i = 0; i < _places.Length; i++)
        {
            string text = texts[_places[i]];
            text.CopyTo(_units.AsSpan(end));
            end += text.Length;
            _ends[i] = end;
        }
    }

    public bool IsEmpty => _places.Length == 0;

    /// <summary>Writes the similarity of every text to its place in the column.</summary>
    /// <param name="table">The one text, of up to 64 units.</param>
    /// <param name="prefix">Whether equal first units count (Jaro–Winkler).</param>
    /// <param name="similarities">As long as the column.</param>
    public void Jaro(UnitTable table, bool prefix, Span<double> similarities)
    {
        ReadOnlySpan<char> pattern = table.Pattern;
        int start = 0;
        for (int i = 0; i < _places.Length; i++)
        {
            ReadOnlySpan<char> text = Text(ref start, i);
            int equal = prefix ? JaroWinkler.PrefixLength(pattern, text) : 0;
            similarities[_places[i]] = pattern.IsEmpty || text.IsEmpty || text.Length > JaroBits.Most
                ? JaroWinkler.Compare(pattern, text, equal, 0)
                : JaroBits.Similarity(default(TableMasks), ref table.Table, pattern.Length, text, equal, 0);
        }
    }

    /// <summary>Writes the distance of every text to its place in the column.</summary>
    /// <param name="table">The one text, of up to 64 units.</param>
    /// <param name="swaps">Whether a swap of neighbours is one edit (optimal string alignment).</param>
    /// <param name="distances">As long as the column.</param>
    public void Edits(UnitTable table, bool swaps, Span<int> distances)
    {
        if (swaps)
        {
            Osa(table, distances);
        }
        else
        {
            Levenshtein(table, distances);
        }
    }

    private void Levenshtein(UnitTable table, Span<int> distances)
    {
        int length = table.Pattern.Length;
        int start = 0;
        for (int i = 0; i < _places.Length; i++)
        {
            distances[_places[i]] = EditBits.Levenshtein(default(TableMasks), ref table.Table, length, Text(ref start, i));
        }
    }

    private void Osa(UnitTable table, Span<int> distances)
    {
        int length = table.Pattern.Length;
        int start = 0;
        for (int i = 0; i < _places.Length; i++)
        {
            distances[_places[i]] = EditBits.Osa(default(TableMasks), ref table.Table, length, Text(ref start, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<char> Text(ref int start, int i)
    {
        int from = start;
        start = _ends[i];
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_units), from), start - from);
    }
}
