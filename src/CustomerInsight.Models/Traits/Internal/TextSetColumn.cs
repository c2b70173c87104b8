namespace CustomerInsight.Models;

/// <summary>Sets of texts by their numbers among the distinct ones: those of a row lie one after the other.</summary>
internal sealed class TextSetColumn : TraitColumn
{
    private const int MostBits = 64;

    private readonly int[] _starts;
    private readonly int[] _codes;
    private readonly bool[] _known;
    private readonly string[] _texts;

    private TextSetColumn(TraitDefinition definition, int[] starts, int[] codes, bool[] known, string[] texts)
        : base(definition, known.Length)
    {
        _starts = starts;
        _codes = codes;
        _known = known;
        _texts = texts;
        Bits = texts.Length <= MostBits ? BitsOf() : null;
    }

    /// <summary>The set of each row with a bit for each text; null where there are too many texts for that.</summary>
    public ulong[]? Bits { get; }

    /// <summary>The distinct texts by their number.</summary>
    public ReadOnlySpan<string> Distinct => _texts;

    public override TraitValue this[int row]
    {
        get
        {
            if (!_known[row])
            {
                return TraitValue.Missing;
            }

            ReadOnlySpan<int> codes = Codes(row);
            string[] texts = new string[codes.Length];
            for (int i = 0; i < texts.Length; i++)
            {
                texts[i] = _texts[codes[i]];
            }

            return TraitValue.OfTexts(texts);
        }
    }

    public static TextSetColumn Of(TraitDefinition definition, IReadOnlyList<IEnumerable<string?>?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] starts = new int[values.Count + 1];
        bool[] known = new bool[values.Count];
        var codes = new List<int>(values.Count);
        var numbers = new TextNumbers();
        for (int row = 0; row < known.Length; row++)
        {
            known[row] = values[row] is not null;
            foreach (string text in TraitValue.TextSet(values[row] ?? []))
            {
                codes.Add(numbers.Add(text));
            }

            starts[row + 1] = codes.Count;
        }

        return new TextSetColumn(definition, starts, [.. codes], known, numbers.ToArray());
    }

    /// <summary>The numbers of the texts of one row; none where they are missing.</summary>
    public ReadOnlySpan<int> Codes(int row) => _codes.AsSpan(_starts[row].._starts[row + 1]);

    internal override bool IsMissing(int row) => !_known[row];

    internal override TraitColumn Take(ReadOnlySpan<int> rows)
    {
        int[] starts = new int[rows.Length + 1];
        bool[] known = new bool[rows.Length];
        var codes = new List<int>(_codes.Length);
        var kept = new KeptNumbers(_texts.Length);
        for (int i = 0; i < known.Length; i++)
        {
            known[i] = rows[i] >= 0 && _known[rows[i]];
            foreach (int code in known[i] ? Codes(rows[i]) : [])
            {
                codes.Add(kept.Add(code));
            }

            starts[i + 1] = codes.Count;
        }

        return new TextSetColumn(Definition, starts, [.. codes], known, kept.Of(_texts));
    }

    private ulong[] BitsOf()
    {
        ulong[] bits = new ulong[_known.Length];
        for (int row = 0; row < bits.Length; row++)
        {
            foreach (int code in Codes(row))
            {
                bits[row] |= 1UL << code;
            }
        }

        return bits;
    }
}
