using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Matching;

/// <summary>A column of texts, packed once, that one text after the other is compared with.</summary>
/// <remarks>
/// <para>
/// Every result is exactly that of <see cref="JaroWinkler"/> and <see cref="EditDistance"/>, bit for bit, on any processor and for any text. With AVX-512
/// (VBMI) or AVX2, texts of up to 32 units that are written in the 64 units most frequent in the column are compared many at once, if the asked text has
/// up to 32 units too; all others one by one, with the asked text's units prepared. Those beyond 64 units are compared as pairs.
/// </para>
/// <para>Source: the recurrences of Myers, JACM 46, 1999, and Hyyrö, Nordic Journal of Computing 10, 2003, figures 3 and 7, with a text in every lane of a
/// vector; Jaro's matches in words likewise.</para>
/// </remarks>
/// <threadsafety>Safe from many threads: it never changes.</threadsafety>
public sealed class TextBatch
{
    private readonly string[] _texts;
    private readonly BatchPath _path;
    private readonly PackedTexts? _packed;
    private readonly TextRow _rest;
    private readonly Lazy<TextRow> _all;

    private TextBatch(string[] texts, BatchPath path)
    {
        _texts = texts;
        _path = path;
        IEnumerable<int> rest = Enumerable.Range(0, texts.Length);
        if (path != BatchPath.Scalar)
        {
            _packed = PackedTexts.Of(texts, out int[] others);
            rest = others;
        }

        _rest = new TextRow(texts, rest);
        _all = path == BatchPath.Scalar ? new Lazy<TextRow>(_rest) : new Lazy<TextRow>(() => new TextRow(texts, Enumerable.Range(0, texts.Length)));
    }

    /// <summary>Gets how many texts there are.</summary>
    public int Count => _texts.Length;

    /// <summary>Packs texts.</summary>
    /// <param name="texts">The texts, copied; any length, any script, repeated or not.</param>
    /// <returns>The batch, in which each text keeps its place. Beside the texts themselves it takes about 4 bytes a text and 1 byte a unit, twice that for texts that are compared one by one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">One of the texts is null.</exception>
    public static TextBatch Of(IReadOnlyList<string> texts) => Of(texts, BatchKernels.Best);

    internal static TextBatch Of(IReadOnlyList<string> texts, BatchPath path)
    {
        ArgumentNullException.ThrowIfNull(texts);
        string[] copy = [.. texts];
        int missing = Array.IndexOf(copy, null);
        if (missing >= 0)
        {
            throw new ArgumentException($"Text {missing} is null. Leave missing values out, or give an empty text.", nameof(texts));
        }

        return new TextBatch(copy, path);
    }

    /// <summary>Computes the Jaro–Winkler similarity of a text to every text of the batch.</summary>
    /// <param name="text">The text; any length.</param>
    /// <param name="similarities">Takes the similarities, each at the place of its text: at least <see cref="Count"/> long.</param>
    /// <exception cref="ArgumentException"><paramref name="similarities"/> is shorter than the batch.</exception>
    /// <remarks>What <see cref="JaroWinkler.Similarity"/> gives. Nothing is allocated for texts of up to 64 units, once a thread and a batch have been used.</remarks>
    public void JaroWinklerSimilarities(ReadOnlySpan<char> text, Span<double> similarities) => Similarities(text, true, similarities);

    /// <summary>Computes the Jaro similarity of a text to every text of the batch.</summary>
    /// <param name="text">The text; any length.</param>
    /// <param name="similarities">Takes the similarities, each at the place of its text: at least <see cref="Count"/> long.</param>
    /// <exception cref="ArgumentException"><paramref name="similarities"/> is shorter than the batch.</exception>
    /// <remarks>What <see cref="JaroWinkler.Jaro"/> gives. Nothing is allocated for texts of up to 64 units, once a thread and a batch have been used.</remarks>
    public void JaroSimilarities(ReadOnlySpan<char> text, Span<double> similarities) => Similarities(text, false, similarities);

    /// <summary>Computes the Levenshtein distance of a text to every text of the batch.</summary>
    /// <param name="text">The text; any length.</param>
    /// <param name="distances">Takes the distances, each at the place of its text: at least <see cref="Count"/> long.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than the batch.</exception>
    /// <remarks>What <see cref="EditDistance.Levenshtein"/> gives without a bound. Nothing is allocated for texts of up to 64 units, once a thread and a batch have been used.</remarks>
    public void LevenshteinDistances(ReadOnlySpan<char> text, Span<int> distances) => Distances(text, false, distances);

    /// <summary>Computes the optimal string alignment distance of a text to every text of the batch.</summary>
    /// <param name="text">The text; any length.</param>
    /// <param name="distances">Takes the distances, each at the place of its text: at least <see cref="Count"/> long.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than the batch.</exception>
    /// <remarks>What <see cref="EditDistance.Osa"/> gives without a bound. Nothing is allocated for texts of up to 64 units, once a thread and a batch have been used.</remarks>
    public void OsaDistances(ReadOnlySpan<char> text, Span<int> distances) => Distances(text, true, distances);

    private void Similarities(ReadOnlySpan<char> text, bool prefix, Span<double> similarities)
    {
        ThrowIfShorter(similarities.Length, nameof(similarities));
        if (text.Length > UnitTable.Most)
        {
            for (int i = 0; i < _texts.Length; i++)
            {
                similarities[i] = JaroWinkler.Compare(text, _texts[i], prefix ? JaroWinkler.PrefixLength(text, _texts[i]) : 0, 0);
            }

            return;
        }

        if (IsPacked(text))
        {
            BatchKernels.Jaro(_path, _packed, text, prefix, similarities);
        }

        if (Unpacked(text) is { IsEmpty: false } row)
        {
            row.Jaro(UnitTable.Of(text), prefix, similarities);
        }
    }

    private void Distances(ReadOnlySpan<char> text, bool swaps, Span<int> distances)
    {
        ThrowIfShorter(distances.Length, nameof(distances));
        if (text.Length > UnitTable.Most)
        {
            for (int i = 0; i < _texts.Length; i++)
            {
                distances[i] = EditDistance.Between(text, _texts[i], swaps ? EditKind.Osa : EditKind.Levenshtein);
            }

            return;
        }

        if (IsPacked(text))
        {
            BatchKernels.Edits(_path, _packed, text, swaps, distances);
        }

        if (Unpacked(text) is { IsEmpty: false } row)
        {
            row.Edits(UnitTable.Of(text), swaps, distances);
        }
    }

    /// <summary>Whether the vector kernels take a text.</summary>
    [MemberNotNullWhen(true, nameof(_packed))]
    private bool IsPacked(ReadOnlySpan<char> text) => _packed is not null && text.Length is > 0 and <= PackedTexts.Longest;

    /// <summary>What they leave: the texts that are not packed, or all of them.</summary>
    private TextRow Unpacked(ReadOnlySpan<char> text) => IsPacked(text) ? _rest : _all.Value;

    private void ThrowIfShorter(int length, string name)
    {
        if (length < _texts.Length)
        {
            throw new ArgumentException($"It has {length} places for the results of {_texts.Length} texts. Give one of at least {nameof(Count)}.", name);
        }
    }
}
