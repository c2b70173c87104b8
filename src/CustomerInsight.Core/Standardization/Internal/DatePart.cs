namespace CustomerInsight;

/// <summary>A number in a date, or the name of a month.</summary>
/// <param name="Number">The number, or the month's.</param>
/// <param name="Digits">How many digits it was written with; 0 for a name.</param>
internal readonly record struct DatePart(int Number, int Digits)
{
    public bool IsMonthName => Digits == 0;

    public bool IsYear => Digits == 4;
}
