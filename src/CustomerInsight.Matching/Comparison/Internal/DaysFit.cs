namespace CustomerInsight.Matching;

/// <summary>Two dates are not more than some days apart.</summary>
/// <param name="parts">The date of each value, −1 where it is none; null where every value is one.</param>
/// <param name="dayOf">The day number of each date.</param>
/// <param name="days">The most days.</param>
internal readonly struct DaysFit(int[]? parts, int[] dayOf, int days) : IValueFit
{
    public bool Fits(int leftValue, int rightValue)
    {
        int left = parts is null ? leftValue : parts[leftValue];
        int right = parts is null ? rightValue : parts[rightValue];
        return left >= 0 && right >= 0 && Math.Abs(dayOf[left] - dayOf[right]) <= days;
    }
}
