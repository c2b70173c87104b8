namespace CustomerInsight;

/// <summary>Which part comes first in a date that does not tell.</summary>
public enum DateOrder
{
    /// <summary>4/12/1982 is the 4th of December.</summary>
    DayMonthYear,

    /// <summary>4/12/1982 is the 12th of April.</summary>
    MonthDayYear,
}
