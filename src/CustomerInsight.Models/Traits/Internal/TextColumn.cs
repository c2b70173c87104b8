namespace CustomerInsight.Models;

/// <summary>Texts by their number among the distinct ones, −1 where one is missing.</summary>
internal sealed class TextColumn : TraitColumn
{
    private const int None = -1;

    private readonly int[] _codes;
    private readonly string[] _texts;

    private TextColumn(TraitDefinition definition, int[] codes, string[] texts)
        : base(definition, codes.Length)
    {
        _codes = codes;
        _texts = texts;
    }

    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>The distinct texts by their number, in the order in which rows first have them.</summary>
    public ReadOnlySpan<string> Distinct => _texts;

    public override TraitValue this[int row] => _codes[row] == None ? TraitValue.Missing : TraitValue.Of(_texts[_codes[row]]);

    public static TextColumn Of(TraitDefinition definition, IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] codes = new int[values.Count];
        var numbers = new TextNumbers();
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = string.IsNullOrWhiteSpace(values[row]) ? None : numbers.Add(values[row]!);
        }

        return new TextColumn(definition, codes, numbers.ToArray());
    }

    internal override bool IsMissing(int row) => _codes[row] == None;

    internal override TraitColumn Take(ReadOnlySpan<int> rows)
    {
        int[] taken = new int[rows.Length];
        var kept = new KeptNumbers(_texts.Length);
        for (int i = 0; i < taken.Length; i++)
        {
            int code = rows[i] < 0 ? None : _codes[rows[i]];
            taken[i] = code == None ? None : kept.Add(code);
        }

        return new TextColumn(Definition, taken, kept.Of(_texts));
    }
}
