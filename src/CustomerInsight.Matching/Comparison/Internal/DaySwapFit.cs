namespace CustomerInsight.Matching;

/// <summary>Two dates are the same but that one has day and month swapped.</summary>
/// <param name="dates">The date of each value as a number, and that of day and month swapped, which no value has where it is no date.</param>
internal readonly struct DaySwapFit((int Date, int Swapped)[] dates) : IValueFit
{
    public bool Fits(int leftValue, int rightValue) => dates[leftValue].Swapped == dates[rightValue].Date;
}
