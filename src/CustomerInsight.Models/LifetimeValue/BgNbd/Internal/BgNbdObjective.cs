namespace CustomerInsight.Models;

/// <summary>The mean of −ln L of the BG/NBD model over all customers, as a function of the logs of its parameters.</summary>
/// <remarks>
/// Logarithms of α + time are taken once for each distinct time, gamma ratios once for each distinct number of repeats.
/// <para>Source: Fader, Hardie, Lee, Marketing Science 24(2), 2005, equation (6).</para>
/// </remarks>
internal sealed class BgNbdObjective : IObjective
{
    // e^25: beyond it the likelihood is flat and the model a limit case.
    private const double LargestLog = 25;

    private readonly Row[] _rows;
    private readonly double[] _times;
    private readonly double[] _logs;
    private readonly double _customers;
    private readonly RisingSums _ofR;
    private readonly RisingSums _ofB;
    private readonly RisingSums _ofSum;

    public BgNbdObjective(PatternCounts patterns, double daysPerUnit)
    {
        _times = [.. patterns.Items.SelectMany(static item => new[] { item.Pattern.ActiveDays, item.Pattern.TenureDays }).Distinct().Order()];
        _rows = [.. patterns.Items.Select(item => new Row(
            item.Pattern.Repeats,
            Array.BinarySearch(_times, item.Pattern.ActiveDays),
            Array.BinarySearch(_times, item.Pattern.TenureDays),
            item.Count))];
        _logs = new double[_times.Length];
        for (int i = 0; i < _times.Length; i++)
        {
            _times[i] /= daysPerUnit;
        }

        _customers = patterns.Customers;
        int largest = _rows.Max(static row => row.Repeats);
        _ofR = new RisingSums(largest);
        _ofB = new RisingSums(largest);
        _ofSum = new RisingSums(largest);
    }

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        foreach (double log in point)
        {
            if (!(Math.Abs(log) <= LargestLog))
            {
                return double.PositiveInfinity;
            }
        }

        double r = Math.Exp(point[0]);
        double alpha = Math.Exp(point[1]);
        double a = Math.Exp(point[2]);
        double b = Math.Exp(point[3]);
        _ofR.Fill(r);
        _ofB.Fill(b);
        _ofSum.Fill(a + b);
        for (int i = 0; i < _times.Length; i++)
        {
            // ln(α + t) − ln α, so that a large α takes no digits away.
            _logs[i] = Numeric.Log1P(_times[i] / alpha);
        }

        double value = 0;
        double byR = 0;
        double byAlpha = 0;
        double byA = 0;
        double byB = 0;
        foreach (Row row in _rows)
        {
            int x = row.Repeats;
            double active = _logs[row.Active];
            double tenure = _logs[row.Tenure];
            double log = _ofR.Log(x) + _ofB.Log(x) - _ofSum.Log(x) - (x * point[1]) - ((r + x) * tenure);
            double left = 0;
            if (x > 0)
            {
                double odds = Math.Log(a / (b + x - 1)) + ((r + x) * (tenure - active));
                log += Numeric.Softplus(odds);
                left = Numeric.Logistic(-odds);
                byB -= row.Count * left / (b + x - 1);
            }

            value += row.Count * log;
            byR += row.Count * (_ofR.Derivative(x) - tenure + (left * (tenure - active)));
            byA += row.Count * ((left / a) - _ofSum.Derivative(x));
            byB += row.Count * (_ofB.Derivative(x) - _ofSum.Derivative(x));
            byAlpha += row.Count * ((r / alpha) - ((r + x) * (((1 - left) / (alpha + _times[row.Tenure])) + (left / (alpha + _times[row.Active])))));
        }

        gradient[0] = -byR * r / _customers;
        gradient[1] = -byAlpha * alpha / _customers;
        gradient[2] = -byA * a / _customers;
        gradient[3] = -byB * b / _customers;
        return -value / _customers;
    }

    private readonly record struct Row(int Repeats, int Active, int Tenure, int Count);
}
