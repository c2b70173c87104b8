namespace CustomerInsight.Models;

/// <summary>Writes a text: every level has a slot, and every slot the numbers of its columns.</summary>
internal sealed class LevelWriter : TraitWriter
{
    private readonly TextColumn _column;
    private readonly TraitRows _part;
    private readonly int[] _slots;
    private readonly double[] _slotValues;
    private readonly double[]? _commonness;
    private readonly int _plain;

    public LevelWriter(TraitEncoding trait, TextColumn column, TraitRows part)
        : base(Plain(trait) + (trait.Counts.Count > 0 ? 1 : 0))
    {
        _column = column;
        _part = part;
        _plain = Plain(trait);
        int levels = trait.Levels.Count;

        // After the levels: the one compared with, other, missing, unknown.
        int reference = levels;
        int other = levels + 1;
        int missing = levels + 2;
        int unknown = levels + 3;
        _slotValues = trait.Method == TraitEncodingMethod.Numbered ? Numbers(trait) : Indicators(trait);
        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int level = 0; level < levels; level++)
        {
            slots[trait.Levels[level]] = level;
        }

        if (trait.Reference is not null)
        {
            slots[trait.Reference] = reference;
        }

        // What is missing has the number −1.
        _slots = new int[column.Distinct.Length + 1];
        _slots[0] = missing;
        for (int code = 0; code < column.Distinct.Length; code++)
        {
            _slots[code + 1] = slots.TryGetValue(column.Distinct[code], out int slot) ? slot : trait.HasOther ? other : unknown;
        }

        if (trait.Counts.Count > 0)
        {
            var counts = trait.Counts.ToDictionary(static level => level.Level, static level => Numeric.Log1P(level.Rows), StringComparer.Ordinal);
            _commonness = new double[_slots.Length];
            for (int code = 0; code < column.Distinct.Length; code++)
            {
                _commonness[code + 1] = counts.GetValueOrDefault(column.Distinct[code]);
            }
        }
    }

    public override void Write(int from, int to, Span<double> values, int stride)
    {
        ReadOnlySpan<int> codes = _column.Codes;
        for (int i = from, at = 0; i < to; i++, at += stride)
        {
            int code = codes[_part[i]] + 1;
            ReadOnlySpan<double> own = _slotValues.AsSpan(_slots[code] * _plain, _plain);
            for (int column = 0; column < own.Length; column++)
            {
                values[at + column] = own[column];
            }

            if (_commonness is not null)
            {
                values[at + _plain] = _commonness[code];
            }
        }
    }

    private static int Plain(TraitEncoding trait) => trait.Method == TraitEncodingMethod.Numbered ? 1 : trait.Levels.Count + (trait.HasOther ? 1 : 0) + (trait.HasMissing ? 1 : 0);

    private static double[] Numbers(TraitEncoding trait) =>
        [.. Enumerable.Range(0, trait.Levels.Count).Select(static level => (double)level), double.NaN, trait.Levels.Count, double.NaN, double.NaN];

    private static double[] Indicators(TraitEncoding trait)
    {
        int levels = trait.Levels.Count;
        int width = Plain(trait);
        double[] values = new double[(levels + 4) * width];
        for (int level = 0; level < levels; level++)
        {
            values[(level * width) + level] = 1;
        }

        Span<double> other = values.AsSpan((levels + 1) * width, width);
        Span<double> missing = values.AsSpan((levels + 2) * width, width);
        Span<double> unknown = values.AsSpan((levels + 3) * width, width);
        if (trait.HasOther)
        {
            other[levels] = 1;
        }
        else
        {
            trait.Shares.AsSpan()[..levels].CopyTo(unknown);
        }

        if (trait.HasMissing)
        {
            missing[width - 1] = 1;
        }
        else
        {
            (trait.HasOther ? other : unknown).CopyTo(missing);
        }

        return values;
    }
}
