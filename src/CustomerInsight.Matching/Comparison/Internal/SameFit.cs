namespace CustomerInsight.Matching;

/// <summary>Two values have the same part.</summary>
/// <param name="parts">The part of each value, −1 where it has none; null where the whole value counts.</param>
internal readonly struct SameFit(int[]? parts) : IValueFit
{
    public bool Fits(int leftValue, int rightValue) =>
        parts is null ? leftValue == rightValue : parts[leftValue] is >= 0 and var part && part == parts[rightValue];
}
