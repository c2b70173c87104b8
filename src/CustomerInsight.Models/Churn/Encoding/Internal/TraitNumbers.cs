namespace CustomerInsight.Models;

/// <summary>Reads numbers, flags and dates as numbers.</summary>
internal static class TraitNumbers
{
    /// <summary>Reads some rows of a part; NaN where one is missing.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="part">The rows.</param>
    /// <param name="from">The first place among them.</param>
    /// <param name="reference">The day that dates are counted back from where the table has none.</param>
    /// <param name="values">Where the numbers go: as many as are wanted.</param>
    public static void Read(TraitColumn column, TraitRows part, int from, DateOnly? reference, Span<double> values)
    {
        switch (column)
        {
            case NumberColumn numbers:
                ReadOnlySpan<double> known = numbers.Values;
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = known[part[from + i]];
                }

                break;
            case FlagColumn flags:
                ReadOnlySpan<byte> bytes = flags.Values;
                for (int i = 0; i < values.Length; i++)
                {
                    byte flag = bytes[part[from + i]];
                    values[i] = flag > FlagColumn.Yes ? double.NaN : flag;
                }

                break;
            case DateColumn dates:
                ReadOnlySpan<int> days = dates.Days;
                int today = (part.Table.AsOf ?? reference ?? DateOnly.MinValue).DayNumber;
                for (int i = 0; i < values.Length; i++)
                {
                    int day = days[part[from + i]];
                    values[i] = day < 0 ? double.NaN : today - day;
                }

                break;
        }
    }

    /// <summary>The latest day of all parts; null where there is none.</summary>
    public static DateOnly? LatestDay(TraitRows[] parts, int position)
    {
        int latest = -1;
        foreach (TraitRows part in parts)
        {
            if (part.Table.Columns[position] is DateColumn dates)
            {
                for (int i = 0; i < part.Count; i++)
                {
                    latest = Math.Max(latest, dates.Days[part[i]]);
                }
            }
        }

        return latest < 0 ? null : DateOnly.FromDayNumber(latest);
    }
}
