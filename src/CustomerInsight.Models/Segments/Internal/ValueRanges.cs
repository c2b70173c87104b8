namespace CustomerInsight.Models;

/// <summary>The numbers, or days by their number, for which a question is answered with yes: ranges that rise and do not touch.</summary>
/// <remarks>A limit that is not included is the next number a double can hold, so every range is closed.</remarks>
internal sealed class ValueRanges
{
    private readonly ValueRange[] _ranges;

    private ValueRanges(ValueRange[] ranges) => _ranges = ranges;

    public static ValueRanges All { get; } = new([new(double.NegativeInfinity, double.PositiveInfinity)]);

    public static ValueRanges None { get; } = new([]);

    public ReadOnlySpan<ValueRange> Ranges => _ranges;

    public static ValueRanges Between(double low, double high) => low <= high ? new([new(low, high)]) : None;

    public static ValueRanges Points(IEnumerable<double> points) => new([.. points.Distinct().Order().Select(static point => new ValueRange(point, point))]);

    public ValueRanges Except()
    {
        var rest = new List<ValueRange>(_ranges.Length + 1);
        double from = double.NegativeInfinity;
        foreach (ValueRange range in _ranges)
        {
            double to = Math.BitDecrement(range.Low);
            if (from <= to && range.Low > double.NegativeInfinity)
            {
                rest.Add(new(from, to));
            }

            from = Math.BitIncrement(range.High);
        }

        if (_ranges.Length == 0 || _ranges[^1].High < double.PositiveInfinity)
        {
            rest.Add(new(from, double.PositiveInfinity));
        }

        return new([.. rest]);
    }

    public bool Contains(double value)
    {
        int low = 0;
        int high = _ranges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (_ranges[middle].Contains(value))
            {
                return true;
            }

            (low, high) = value > _ranges[middle].High ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    /// <summary>How far a value is from the nearest in a range, with the sign of the way to go: more is positive. Null where there is none.</summary>
    public double? DistanceFrom(double value, bool wholeNumbers)
    {
        double? nearest = null;
        foreach (ValueRange range in _ranges)
        {
            double low = wholeNumbers ? Math.Ceiling(range.Low) : range.Low;
            double high = wholeNumbers ? Math.Floor(range.High) : range.High;
            double distance = value < low ? low - value : value > high ? high - value : 0;
            if (low <= high && !(Math.Abs(nearest ?? double.PositiveInfinity) <= Math.Abs(distance)))
            {
                nearest = distance;
            }
        }

        // The next number that a double can hold is what stands for a limit that is not included.
        double step = Math.BitIncrement(Math.Abs(value)) - Math.Abs(value);
        return nearest is double known && Math.Abs(known) <= step ? 0 : nearest;
    }
}
