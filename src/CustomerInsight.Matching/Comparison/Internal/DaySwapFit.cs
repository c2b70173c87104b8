namespace CustomerInsight.Matching;

/// <summary>Two dates are the same, or would be if one had day and month swapped.</summary>
/// <param name="dates">The date of each value as a number, and that of day and month swapped; 0 and −1 where it is no date.</param>
internal readonly struct DaySwapFit((int Date, int Swapped)[] dates) : IValueFit
{
    public bool Fits(int leftValue, int rightValue)
    {
        (int date, int swapped) = dates[leftValue];
        int other = dates[rightValue].Date;
        return other != 0 && (date == other || swapped == other);
    }
}
