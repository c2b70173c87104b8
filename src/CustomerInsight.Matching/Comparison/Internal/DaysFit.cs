namespace CustomerInsight.Matching;

/// <summary>Two dates are not more than some days apart.</summary>
/// <param name="dayOf">The day number of each value, <see cref="PairTestCompiler.NoDay"/> where it is no date.</param>
/// <param name="days">The most days.</param>
internal readonly struct DaysFit(int[] dayOf, int days) : IValueFit
{
    public bool Fits(int leftValue, int rightValue)
    {
        int left = dayOf[leftValue];
        int right = dayOf[rightValue];
        return left != PairTestCompiler.NoDay && right != PairTestCompiler.NoDay && Math.Abs(left - right) <= days;
    }
}
