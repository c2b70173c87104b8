namespace CustomerInsight.Models;

/// <summary>Numbers, NaN where one is missing; never infinite.</summary>
internal sealed class NumberColumn : TraitColumn
{
    private readonly double[] _values;

    private NumberColumn(TraitDefinition definition, double[] values)
        : base(definition, values.Length) => _values = values;

    public ReadOnlySpan<double> Values => _values;

    public override TraitValue this[int row] => TraitValue.Of(_values[row]);

    public static NumberColumn Of(TraitDefinition definition, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new NumberColumn(definition, Array.Exists(values, double.IsInfinity) ? Array.ConvertAll(values, static value => double.IsFinite(value) ? value : double.NaN) : values);
    }

    internal override bool IsMissing(int row) => double.IsNaN(_values[row]);

    internal override TraitColumn Take(ReadOnlySpan<int> rows)
    {
        double[] taken = new double[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = rows[i] < 0 ? double.NaN : _values[rows[i]];
        }

        return new NumberColumn(Definition, taken);
    }
}
