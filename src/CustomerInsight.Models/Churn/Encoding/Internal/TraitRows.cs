namespace CustomerInsight.Models;

/// <summary>Some rows of a table, or all of them.</summary>
internal sealed record TraitRows(TraitTable Table, int[]? Rows)
{
    public int Count => Rows?.Length ?? Table.Customers.Count;

    public int this[int place] => Rows is null ? place : Rows[place];

    public static int[] Checked(TraitTable table, ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)table.Customers.Count)
            {
                throw new ArgumentOutOfRangeException(nameof(rows), FormattableString.Invariant($"There is no row {row} among {table.Customers.Count}. Number rows from 0."));
            }
        }

        return rows.ToArray();
    }

    /// <summary>The column of a trait; null where there is none of that kind. A column without any value is of every kind.</summary>
    public static TraitColumn? Column(TraitTable table, string trait, TraitKind kind)
    {
        if (table[trait] is not { } column || column.Definition.Kind == kind)
        {
            return table[trait];
        }

        return column.CountMissing() < column.Count ? null : kind switch
        {
            TraitKind.Number => TraitColumn.Numbers(trait, [.. Enumerable.Repeat(double.NaN, column.Count)]),
            TraitKind.Flag => TraitColumn.Flags(trait, new bool?[column.Count]),
            TraitKind.Date => TraitColumn.Dates(trait, new DateOnly?[column.Count]),
            TraitKind.Text => TraitColumn.Texts(trait, new string?[column.Count]),
            _ => TraitColumn.TextSets(trait, new IEnumerable<string?>?[column.Count]),
        };
    }

    public IReadOnlyList<string> Customers()
    {
        if (Rows is null)
        {
            return Table.Customers;
        }

        string[] names = new string[Rows.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = Table.Customers[Rows[i]];
        }

        return names;
    }
}
