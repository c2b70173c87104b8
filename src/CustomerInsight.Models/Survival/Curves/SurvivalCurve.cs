using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The chance to be still there, over time: a step function that falls at some times and is flat between them.</summary>
/// <remarks>It is 1 before the first step, and from <see cref="End"/> on keeps its last value, as nothing is known from there on.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record SurvivalCurve
{
    // Products of many shares reach a half only to within rounding; closer steps than this are not told apart.
    internal const double Tolerance = 1.4901161193847656e-8;

    /// <summary>Makes a curve.</summary>
    /// <param name="times">When it falls: finite, at least 0, each above the one before.</param>
    /// <param name="probabilities">Its value from each of these times on: from 1 to 0, none above the one before.</param>
    /// <param name="end">Until when it is known: finite, at least 0 and at least the last of the times.</param>
    /// <exception cref="ArgumentException">There are not as many values as times, or a number is not as said.</exception>
    public SurvivalCurve(ValueList<double> times, ValueList<double> probabilities, double end)
    {
        if (times.Count != probabilities.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{times.Count} times come with {probabilities.Count} probabilities. Give one for each time."), nameof(probabilities));
        }

        ReadOnlySpan<double> at = times.AsSpan();
        ReadOnlySpan<double> values = probabilities.AsSpan();
        double lastTime = double.NegativeInfinity;
        double lastValue = 1;
        for (int i = 0; i < at.Length; i++)
        {
            if (!(at[i] >= 0 && at[i] > lastTime && double.IsFinite(at[i]) && values[i] >= 0 && values[i] <= lastValue))
            {
                throw new ArgumentException(FormattableString.Invariant($"Step {i}: times must be finite, at least 0 and rising, probabilities from 1 to 0 and never rising."), nameof(times));
            }

            (lastTime, lastValue) = (at[i], values[i]);
        }

        if (!double.IsFinite(end) || end < Math.Max(lastTime, 0))
        {
            throw new ArgumentException("The end of the curve must be finite, at least 0 and not before its last step.", nameof(end));
        }

        (Times, Probabilities, End) = (times, probabilities, end);
    }

    /// <summary>Gets when the curve falls, rising.</summary>
    public ValueList<double> Times { get; }

    /// <summary>Gets the chance to be there after each of <see cref="Times"/>.</summary>
    public ValueList<double> Probabilities { get; }

    /// <summary>Gets until when the curve is known: the longest time that anyone was watched.</summary>
    public double End { get; }

    /// <summary>Gets the time at which half are gone.</summary>
    /// <value><see cref="double.PositiveInfinity"/> where more than half are still there at the <see cref="End"/>.</value>
    public double Median => Quantile(0.5);

    /// <summary>Gives the chance to be there after a time.</summary>
    /// <param name="time">The time. At least 0.</param>
    /// <returns>From 0 to 1; after <see cref="End"/>, the value there.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not a number.</exception>
    /// <remarks>O(log n).</remarks>
    public double At(double time)
    {
        int step = StepAt(time);
        return step < 0 ? 1 : Probabilities[step];
    }

    /// <summary>Gives the time by which a share is gone.</summary>
    /// <param name="share">The share, above 0, below 1: 0.5 for the median.</param>
    /// <returns>The first time by which at least so many are gone. Where exactly so many are gone over a stretch of time, its middle. <see cref="double.PositiveInfinity"/> where fewer are gone at the end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1.</exception>
    /// <remarks>O(log n). The middle is the convention of textbooks for medians of an even number, and of R's survival package.</remarks>
    public double Quantile(double share)
    {
        ParameterCheck.Probability(share, nameof(share));
        ReadOnlySpan<double> values = Probabilities.AsSpan();
        int first = FirstAtMost(values, 1 - share + Tolerance);
        if (first == values.Length)
        {
            return double.PositiveInfinity;
        }

        int below = FirstAtMost(values, 1 - share - Tolerance);
        return below == first ? Times[first] : (Times[first] + (below < values.Length ? Times[below] : End)) / 2;
    }

    /// <summary>Gives the mean time spent there up to a horizon: the area under the curve.</summary>
    /// <param name="horizon">Up to when. At least 0, finite.</param>
    /// <returns>From 0 to <paramref name="horizon"/>, in the unit of the times. Past <see cref="End"/>, the last value counts on, so that the mean is too long.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative or not finite.</exception>
    /// <remarks>O(n).</remarks>
    public double RestrictedMean(double horizon)
    {
        ParameterCheck.NotNegative(horizon, nameof(horizon));
        double area = 0;
        double from = 0;
        double value = 1;
        for (int i = 0; i < Times.Count && Times[i] < horizon; i++)
        {
            area += (Times[i] - from) * value;
            (from, value) = (Times[i], Probabilities[i]);
        }

        return area + ((horizon - from) * value);
    }

    /// <summary>Gives the curve of those who are still there after a time: how long they stay from then on.</summary>
    /// <param name="time">How long they have been there. At least 0.</param>
    /// <returns>The curve of the time that is left, from 0. Where nobody is left, or nothing is known any more, a curve that ends at 0 without a step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not a number.</exception>
    public SurvivalCurve After(double time)
    {
        int step = StepAt(time);
        double there = step < 0 ? 1 : Probabilities[step];
        if (there <= 0 || time >= End)
        {
            return new SurvivalCurve([], [], 0);
        }

        double[] values = new double[Times.Count - step - 1];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Probabilities[step + 1 + i] / there;
        }

        return From(Times.AsSpan()[(step + 1)..], values, End, time);
    }

    /// <summary>Writes how the curve runs.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Times.Count} steps to {(Times.Count > 0 ? Probabilities[^1] : 1):0.####} at {End:G6}, median {TimeText.Of(Median)}");

    /// <summary>Takes an array that nobody else will write to as a list, without copying it.</summary>
    internal static ValueList<double> Steps(double[] values) => new(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values));

    /// <summary>Makes a curve whose time counts from a later start. Steps that rounding puts at one time become one.</summary>
    internal static SurvivalCurve From(ReadOnlySpan<double> times, double[] values, double end, double start)
    {
        double[] left = new double[times.Length];
        int count = 0;
        for (int i = 0; i < times.Length; i++)
        {
            double time = times[i] - start;
            count += count == 0 || time > left[count - 1] ? 1 : 0;
            (left[count - 1], values[count - 1]) = (time, values[i]);
        }

        return new SurvivalCurve(Steps(left[..count]), Steps(values[..count]), end - start);
    }

    // The last step at or before a time; −1 before the first.
    private int StepAt(double time)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected a time of at least 0.");
        }

        int found = Times.AsSpan().BinarySearch(time);
        return found >= 0 ? found : ~found - 1;
    }

    private static int FirstAtMost(ReadOnlySpan<double> falling, double value)
    {
        int low = 0;
        int high = falling.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = falling[middle] <= value ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
