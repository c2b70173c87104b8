namespace CustomerInsight.Models;

/// <summary>Days by their number, −1 where one is missing.</summary>
internal sealed class DateColumn : TraitColumn
{
    private const int None = -1;

    private readonly int[] _days;

    private DateColumn(TraitDefinition definition, int[] days)
        : base(definition, days.Length) => _days = days;

    public ReadOnlySpan<int> Days => _days;

    public override TraitValue this[int row] => _days[row] == None ? TraitValue.Missing : TraitValue.Of(DateOnly.FromDayNumber(_days[row]));

    public static DateColumn Of(TraitDefinition definition, IReadOnlyList<DateOnly?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] days = new int[values.Count];
        for (int row = 0; row < days.Length; row++)
        {
            days[row] = values[row]?.DayNumber ?? None;
        }

        return new DateColumn(definition, days);
    }

    internal override bool IsMissing(int row) => _days[row] == None;

    internal override TraitColumn Take(ReadOnlySpan<int> rows)
    {
        int[] taken = new int[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = rows[i] < 0 ? None : _days[rows[i]];
        }

        return new DateColumn(Definition, taken);
    }
}
