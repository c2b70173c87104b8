namespace CustomerInsight.Benchmarks;

/// <summary>How long calls took, in microseconds.</summary>
/// <param name="P50">The median.</param>
/// <param name="P99">What one in a hundred took longer than.</param>
/// <param name="Max">The longest.</param>
internal sealed record CallMeasures(double P50, double P99, double Max)
{
    public static CallMeasures Of(List<TimeSpan> calls)
    {
        double[] sorted = [.. calls.Select(static call => call.TotalMicroseconds).Order()];
        return new CallMeasures(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)], sorted[^1]);
    }
}
