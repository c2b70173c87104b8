namespace CustomerInsight.Models;

/// <summary>How often something happens within a time, at a rate that is gamma distributed: goes from count to count.</summary>
/// <remarks>Rate ~ Gamma(s, β), time τβ: P(N = n) = (s)ₙ / n! · (τ / (1 + τ))ⁿ (1 + τ)⁻ˢ.</remarks>
internal struct NegativeBinomial(double s, double tau)
{
    private const double Smallest = 1e-300;
    private const double Largest = 1e200;

    private readonly double _w = tau / (1 + tau);
    private double _logScale = -s * Numeric.Log1P(tau);
    private double _scale = Math.Exp(-s * Numeric.Log1P(tau));
    private double _value = 1;

    /// <summary>The count, at first 0.</summary>
    public int Count { get; private set; }

    /// <summary>P(N = <see cref="Count"/>); 0 where it is below 10⁻¹⁰⁰.</summary>
    public readonly double Probability => _value * _scale;

    /// <summary>Goes to the next count.</summary>
    public void MoveNext()
    {
        _value *= _w * (s + Count) / (Count + 1);
        Count++;
        if (_value > Largest)
        {
            _value /= Largest;
            _logScale += Math.Log(Largest);
            _scale = Math.Exp(_logScale);
        }
    }

    /// <summary>P(N ≥ <see cref="Count"/>), to the last digits however small it is: an incomplete beta function.</summary>
    /// <remarks>Source: NIST Digital Library of Mathematical Functions, 8.17.5, 8.17.22 (continued fraction, evaluated by Lentz's method).</remarks>
    public readonly double AtLeast()
    {
        if (Count == 0)
        {
            return 1;
        }

        return tau <= 0 ? 0
            : _w < (Count + 1) / (Count + s + 2) ? Math.Min(1, Probability * Fraction(Count, s, _w))
            : Math.Clamp(1 - (Probability * (Count / s) * Fraction(s, Count, 1 / (1 + tau))), 0, 1);
    }

    /// <summary>The continued fraction in I_x(p, q) = xᵖ(1 − x)^q / (p B(p, q)) × fraction.</summary>
    private static double Fraction(double p, double q, double x)
    {
        double c = 1;
        double d = 1 / Bounded(1 - ((p + q) * x / (p + 1)));
        double value = d;
        for (int m = 1; ; m++)
        {
            double even = m * (q - m) * x / ((p + (2 * m) - 1) * (p + (2 * m)));
            d = 1 / Bounded(1 + (even * d));
            c = Bounded(1 + (even / c));
            value *= d * c;
            double odd = -(p + m) * (p + q + m) * x / ((p + (2 * m)) * (p + (2 * m) + 1));
            d = 1 / Bounded(1 + (odd * d));
            c = Bounded(1 + (odd / c));
            double factor = d * c;
            value *= factor;
            if (Math.Abs(factor - 1) <= 3e-16 || m >= 100_000)
            {
                return value;
            }
        }
    }

    private static double Bounded(double value) => Math.Abs(value) < Smallest ? Smallest : value;
}
