namespace CustomerInsight.Matching;

/// <summary>Two dates are the same but that one has day and month swapped.</summary>
/// <param name="parts">The date of each value, −1 where it is none; null where every value is one.</param>
/// <param name="dates">Each date as a number, and that of day and month swapped.</param>
internal readonly struct DaySwapFit(int[]? parts, (int Date, int Swapped)[] dates) : IValueFit
{
    public bool Fits(int leftValue, int rightValue)
    {
        int left = parts is null ? leftValue : parts[leftValue];
        int right = parts is null ? rightValue : parts[rightValue];
        return left >= 0 && right >= 0 && dates[left].Swapped == dates[right].Date;
    }
}
