namespace CustomerInsight.Models;

/// <summary>How often something happens within a time, at a rate that is gamma distributed.</summary>
/// <remarks>Rate ~ Gamma(s, β), time τβ: P(N = n) = (s)ₙ / n! · (τ / (1 + τ))ⁿ (1 + τ)⁻ˢ.</remarks>
internal readonly struct NegativeBinomial(double s, double tau)
{
    private const double Smallest = 1e-300;

    /// <summary>ln P(N = n). Time O(n).</summary>
    public double LogProbability(int n)
    {
        if (n == 0)
        {
            return -s * Numeric.Log1P(tau);
        }

        // As one sum of quotients: the logs of the two factorials would be large, and take digits away from one another.
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += Numeric.Log1P((s - 1) / (1 + i));
        }

        return sum - (n * Numeric.Log1P(1 / tau)) - (s * Numeric.Log1P(tau));
    }

    /// <summary>P(first ≤ N &lt; first + count). Time O(first + count).</summary>
    public double Within(int first, int count)
    {
        if (tau <= 0)
        {
            return first == 0 && count > 0 ? 1 : 0;
        }

        double term = Math.Exp(LogProbability(first));
        double sum = 0;
        double w = tau / (1 + tau);
        for (int n = first; n < first + count; n++)
        {
            sum += term;
            term *= w * (s + n) / (n + 1);
        }

        return sum;
    }

    /// <summary>P(N ≥ n), to the last digits however small it is: an incomplete beta function.</summary>
    /// <remarks>Time O(n). Source: NIST Digital Library of Mathematical Functions, 8.17.5, 8.17.22 (continued fraction, evaluated by Lentz's method).</remarks>
    public double AtLeast(int n)
    {
        if (n <= 0)
        {
            return 1;
        }

        if (tau <= 0)
        {
            return 0;
        }

        double w = tau / (1 + tau);
        double at = Math.Exp(LogProbability(n));
        return w < (n + 1) / (n + s + 2)
            ? Math.Min(1, at * Fraction(n, s, w))
            : Math.Clamp(1 - (at * (n / s) * Fraction(s, n, 1 / (1 + tau))), 0, 1);
    }

    /// <summary>The continued fraction in I_x(p, q) = xᵖ(1 − x)^q / (p B(p, q)) × fraction.</summary>
    private static double Fraction(double p, double q, double x)
    {
        double c = 1;
        double d = Bounded(1 - ((p + q) * x / (p + 1)));
        d = 1 / d;
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
