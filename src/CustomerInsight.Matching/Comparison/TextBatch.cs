namespace CustomerInsight.Matching;

/// <summary>A column of texts, packed once, that one text after the other is compared with.</summary>
/// <remarks>
/// <para>
/// Every result is exactly that of <see cref="JaroWinkler"/> and <see cref="EditDistance"/>, bit for bit, on any processor and for any text. With AVX-512
/// (VBMI) or AVX2, texts of up to 32 units that are written in the 64 units most frequent in the column are compared many at once, if the asked text has
/// up to 32 units too; all others one by one, with the asked text's units prepared.
/// </para>
/// <para>Sources: the recurrences are those of <see cref="EditDistance"/> and <see cref="JaroWinkler"/>; a text in every lane of a vector as in
/// Myers, "A fast bit-vector algorithm for approximate string matching", JACM 46, 1999, is applied to words.</para>
/// </remarks>
/// <threadsafety>Safe from many threads: it never changes.</threadsafety>
public sealed class TextBatch
{
    private readonly string[] _texts;
    private readonly BatchPath _path;
    private readonly PackedTexts? _packed;
    private readonly int[] _rest;

    private TextBatch(string[] texts, BatchPath path)
    {
        _texts = texts;
        _path = path;
        if (path == BatchPath.Scalar)
        {
            // Loops of one length in a row are foreseen by the processor.
            _rest = [.. Enumerable.Range(0, texts.Length).OrderBy(i => texts[i].Length)];
        }
        else
        {
            _packed = PackedTexts.Of(texts, out _rest);
        }
    }

    /// <summary>Gets how many texts there are.</summary>
    public int Count => _texts.Length;

    /// <summary>Packs texts.</summary>
    /// <param name="texts">The texts, copied; any length, any script, repeated or not.</param>
    /// <returns>The batch, in which each text keeps its place. It takes about 5 bytes a text and 1 byte a unit beside the texts themselves.</returns>
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
    /// <remarks>What <see cref="JaroWinkler.Similarity"/> gives. Nothing is allocated where texts have up to 64 units.</remarks>
    public void JaroWinklerSimilarities(ReadOnlySpan<char> text, Span<double> similarities) => Similarities(text, true, similarities);

    /// <summary>Computes the Jaro similarity of a text to every text of the batch.</summary>
    /// <param name="text">The text; any length.</param>
    /// <param name="similarities">Takes the similarities, each at the place of its text: at least <see cref="Count"/> long.</param>
    /// <exception cref="ArgumentException"><paramref name="similarities"/> is shorter than the batch.</exception>
    /// <remarks>What <see cref="JaroWinkler.Jaro"/> gives. Nothing is allocated where texts have up to 64 units.</remarks>
    public void JaroSimilarities(ReadOnlySpan<char> text, Span<double> similarities) => Similarities(text, false, similarities);

    /// <summary>Computes the Levenshtein distance of a text to every text of the batch.</summary>
    /// <param name="text">The text; any length.</param>
    /// <param name="distances">Takes the distances, each at the place of its text: at least <see cref="Count"/> long.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than the batch.</exception>
    /// <remarks>What <see cref="EditDistance.Levenshtein"/> gives without a bound. Nothing is allocated where texts have up to 64 units.</remarks>
    public void LevenshteinDistances(ReadOnlySpan<char> text, Span<int> distances) => Distances(text, false, distances);

    /// <summary>Computes the optimal string alignment distance of a text to every text of the batch.</summary>
    /// <param name="text">The text; any length.</param>
    /// <param name="distances">Takes the distances, each at the place of its text: at least <see cref="Count"/> long.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than the batch.</exception>
    /// <remarks>What <see cref="EditDistance.Osa"/> gives without a bound. Nothing is allocated where texts have up to 64 units.</remarks>
    public void OsaDistances(ReadOnlySpan<char> text, Span<int> distances) => Distances(text, true, distances);

    private void Similarities(ReadOnlySpan<char> text, bool prefix, Span<double> similarities)
    {
        ThrowIfShorter(similarities.Length, nameof(similarities));
        bool packed = _packed is not null && text.Length is > 0 and <= PackedTexts.Longest;
        if (packed)
        {
            BatchKernels.Jaro(_path, _packed!, text, prefix, similarities);
        }

        if (_rest.Length > 0 || !packed)
        {
            var prepared = PreparedText.Of(text);
            Similarities(prepared, _rest, prefix, similarities);
            Similarities(prepared, packed ? [] : _packed?.Order, prefix, similarities);
        }
    }

    private void Distances(ReadOnlySpan<char> text, bool swaps, Span<int> distances)
    {
        ThrowIfShorter(distances.Length, nameof(distances));
        bool packed = _packed is not null && text.Length is > 0 and <= PackedTexts.Longest;
        if (packed)
        {
            BatchKernels.Edits(_path, _packed!, text, swaps, distances);
        }

        if (_rest.Length > 0 || !packed)
        {
            var prepared = PreparedText.Of(text);
            Distances(prepared, _rest, swaps, distances);
            Distances(prepared, packed ? [] : _packed?.Order, swaps, distances);
        }
    }

    private void Similarities(PreparedText prepared, ReadOnlySpan<int> places, bool prefix, Span<double> similarities)
    {
        foreach (int place in places)
        {
            similarities[place] = prefix ? prepared.JaroWinklerTo(_texts[place]) : prepared.JaroTo(_texts[place]);
        }
    }

    private void Distances(PreparedText prepared, ReadOnlySpan<int> places, bool swaps, Span<int> distances)
    {
        foreach (int place in places)
        {
            distances[place] = swaps ? prepared.OsaTo(_texts[place]) : prepared.LevenshteinTo(_texts[place]);
        }
    }

    private void ThrowIfShorter(int length, string name)
    {
        if (length < _texts.Length)
        {
            throw new ArgumentException($"It has {length} places for the results of {_texts.Length} texts. Give one of at least {nameof(Count)}.", name);
        }
    }
}
