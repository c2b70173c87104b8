namespace CustomerInsight.Models;

/// <summary>Flags: 0 for no, 1 for yes, 2 where it is missing.</summary>
internal sealed class FlagColumn : TraitColumn
{
    public const byte Yes = 1;
    private const byte None = 2;

    private readonly byte[] _flags;

    private FlagColumn(TraitDefinition definition, byte[] flags)
        : base(definition, flags.Length) => _flags = flags;

    public ReadOnlySpan<byte> Values => _flags;

    public override TraitValue this[int row] => _flags[row] == None ? TraitValue.Missing : TraitValue.Of(_flags[row] == Yes);

    public static FlagColumn Of(TraitDefinition definition, IReadOnlyList<bool?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        byte[] flags = new byte[values.Count];
        for (int row = 0; row < flags.Length; row++)
        {
            flags[row] = values[row] switch { true => Yes, false => 0, _ => None };
        }

        return new FlagColumn(definition, flags);
    }

    internal override bool IsMissing(int row) => _flags[row] == None;

    internal override TraitColumn Take(ReadOnlySpan<int> rows)
    {
        byte[] taken = new byte[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = rows[i] < 0 ? None : _flags[rows[i]];
        }

        return new FlagColumn(Definition, taken);
    }
}
