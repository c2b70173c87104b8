using System.Globalization;
using System.Text;
using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models;

/// <summary>How long customers stay, with the error of the estimate: the survival curve that <see cref="KaplanMeier"/> finds.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record SurvivalEstimate
{
    internal SurvivalEstimate(RiskTable table, double[] survival, double[] variances, double level, SurvivalInterval interval)
    {
        Curve = new SurvivalCurve(SurvivalCurve.Steps(table.Times), SurvivalCurve.Steps(survival), table.End);
        AtRisk = SurvivalCurve.Steps(table.AtRisk);
        Events = SurvivalCurve.Steps(table.Events);
        Censored = SurvivalCurve.Steps(table.Censored);
        RelativeVariances = SurvivalCurve.Steps(variances);
        (Rows, Level, Interval) = (table.Rows, level, interval);
    }

    /// <summary>Gets the curve; it has a point for every time at which a watch ended, also where it does not fall.</summary>
    public SurvivalCurve Curve { get; }

    /// <summary>Gets how many were watched just before each time of the curve.</summary>
    public ValueList<double> AtRisk { get; }

    /// <summary>Gets how many had the event at each time.</summary>
    public ValueList<double> Events { get; }

    /// <summary>Gets how many were watched no longer after each time, without the event.</summary>
    public ValueList<double> Censored { get; }

    /// <summary>Gets Greenwood's sum at each time, the squared relative standard error of the curve; not a number where nobody is left.</summary>
    public ValueList<double> RelativeVariances { get; }

    /// <summary>Gets how many rows it is from.</summary>
    public int Rows { get; }

    /// <summary>Gets how many events there were in all.</summary>
    public double EventCount => Events.Sum();

    /// <summary>Gets how sure the intervals are, such as 0.95.</summary>
    public double Level { get; }

    /// <summary>Gets on which scale the intervals are symmetric.</summary>
    public SurvivalInterval Interval { get; }

    /// <summary>Gets the times of the curve.</summary>
    public ValueList<double> Times => Curve.Times;

    /// <summary>Gets the time at which half are gone.</summary>
    /// <value><see cref="double.PositiveInfinity"/> where more than half are still there at the end.</value>
    public double Median => Curve.Median;

    /// <summary>Gets the interval of the <see cref="Median"/>.</summary>
    public TimeInterval MedianInterval => QuantileInterval(0.5);

    /// <summary>Gives everything known at a time.</summary>
    /// <param name="time">The time. At least 0.</param>
    /// <returns>The chance to be there after it with its interval; the counts are those of the last time of the curve that is not after it, and before the first, all who were watched then.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not a number.</exception>
    public SurvivalPoint At(double time)
    {
        if (!(time >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected a time of at least 0.");
        }

        int found = Times.AsSpan().BinarySearch(time);
        int step = found >= 0 ? found : ~found - 1;
        return step >= 0 ? Point(step, Width) with { Time = time } : new SurvivalPoint(time, AtRisk.Count > 0 ? AtRisk[0] : 0, 0, 0, 1, 0, 1, 1);
    }

    /// <summary>Gives the estimate at every time of the curve.</summary>
    /// <returns>The points, by time.</returns>
    public IEnumerable<SurvivalPoint> Points()
    {
        double width = Width;
        return Enumerable.Range(0, Times.Count).Select(step => Point(step, width));
    }

    /// <summary>Gives the time by which a share is gone.</summary>
    /// <param name="share">The share, above 0, below 1.</param>
    /// <returns>The time, as <see cref="SurvivalCurve.Quantile"/> says.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1.</exception>
    public double Quantile(double share) => Curve.Quantile(share);

    /// <summary>Gives the interval of the time by which a share is gone: the times at which the ends of the curve's interval have fallen that far.</summary>
    /// <param name="share">The share, above 0, below 1.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1.</exception>
    /// <remarks>O(n). Source: Brookmeyer, Crowley, "A confidence interval for the median survival time", Biometrics 38 (1982).</remarks>
    public TimeInterval QuantileInterval(double share)
    {
        ParameterCheck.Probability(share, nameof(share));
        return new TimeInterval(Reached(share, static point => point.Low), Reached(share, static point => point.High));
    }

    /// <summary>Gives the mean time spent there up to a horizon, with its standard error.</summary>
    /// <param name="horizon">Up to when. At least 0, finite; after the end of the curve its last value counts on.</param>
    /// <returns>The mean and its standard error, in the unit of the times.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative or not finite.</exception>
    /// <remarks>O(n). Source: Klein, Moeschberger, "Survival Analysis" (2003), formula 4.5.2.</remarks>
    public (double Mean, double StandardError) RestrictedMean(double horizon)
    {
        double mean = Curve.RestrictedMean(horizon);
        double variance = 0;
        double area = 0;
        double to = horizon;
        for (int i = Times.Count - 1; i >= 0; i--)
        {
            if (Times[i] >= horizon)
            {
                continue;
            }

            area += (to - Times[i]) * Curve.Probabilities[i];
            to = Times[i];

            // Where the last go there is no area left, and Greenwood's term is infinite.
            double left = AtRisk[i] - Events[i];
            variance += area > 0 && left > 0 ? area * area * (Events[i] / AtRisk[i] / left) : 0;
        }

        return (mean, Math.Sqrt(variance));
    }

    /// <summary>Writes the curve for a person.</summary>
    /// <returns>The main numbers, and a table of the curve at ten evenly spaced times; no personal data.</returns>
    public string Describe() => new StringBuilder().AppendLine(ToString()).AppendGrid(
    [
        ["time", "at risk", "still there", "from", "to"],
        .. Enumerable.Range(1, 10).Select(tenth => At(Curve.End * tenth / 10)).Select(static point => new[]
        {
            Number(point.Time, "G5"), Number(point.AtRisk, "#,0.##"), Number(point.Survival, "0.0000"), Number(point.Low, "0.0000"), Number(point.High, "0.0000"),
        }),
    ]).ToString();

    /// <summary>Draws the curve with its interval.</summary>
    /// <returns>A Vega-Lite v5 specification, JSON, with its data inside.</returns>
    public string ToVegaLite() => SurvivalChart.Of([("all", this)]);

    /// <summary>Writes the main numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        TimeInterval interval = MedianInterval;
        return string.Create(CultureInfo.InvariantCulture, $"{Rows:#,0} customers, {EventCount:#,0.##} events, median {TimeText.Of(Median)} ({100 * Level:0.#} % {(double.IsPositiveInfinity(interval.Low) ? "" : "from ")}{interval})");
    }

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "–";

    private double Width => Normal.InvCDF(0, 1, (1 + Level) / 2);

    private SurvivalPoint Point(int step, double width)
    {
        double survival = Curve.Probabilities[step];
        double relative = Math.Sqrt(RelativeVariances[step]);
        (double low, double high) = SurvivalLimits.Of(survival, relative, width, Interval);
        return new SurvivalPoint(Times[step], AtRisk[step], Events[step], Censored[step], survival, survival * relative, low, high);
    }

    private double Reached(double share, Func<SurvivalPoint, double> limit)
    {
        double width = Width;
        double first = double.PositiveInfinity;
        for (int step = 0; step < Times.Count; step++)
        {
            double value = limit(Point(step, width));
            if (value > 1 - share + SurvivalCurve.Tolerance || double.IsNaN(value))
            {
                continue;
            }

            if (double.IsInfinity(first))
            {
                first = Times[step];
            }

            if (value < 1 - share - SurvivalCurve.Tolerance)
            {
                return (first + Times[step]) / 2;
            }
        }

        return double.IsInfinity(first) ? first : (first + Curve.End) / 2;
    }
}
