namespace CustomerInsight.Models;

/// <summary>Γ(c + a) / Γ(c) and its derivative, without the digits that a difference of two large log-gammas loses.</summary>
/// <remarks>
/// Stirling's series, whose large terms cancel on paper; small c are raised to 10 first by Γ(c + 1) = c·Γ(c).
/// <para>Source: NIST Digital Library of Mathematical Functions, 5.11.1, 5.11.2, 5.5.1.</para>
/// </remarks>
internal static class GammaRatio
{
    private const double Large = 10;

    // B₂ₖ / (2k(2k − 1)) and B₂ₖ / (2k).
    private static readonly double[] OfLog = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400];
    private static readonly double[] OfDigamma = [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160];

    /// <summary>ln Γ(c + a) − ln Γ(c), for c above 0 and a of at least 0.</summary>
    public static double Log(double c, double a)
    {
        double sum = 0;
        for (; c < Large; c++)
        {
            sum -= Numeric.Log1P(a / c);
        }

        return sum + ((c - 0.5) * Numeric.Log1P(a / c)) + (a * (Math.Log(c + a) - 1)) + (Tail(OfLog, c + a) * (c + a)) - (Tail(OfLog, c) * c);
    }

    /// <summary>ψ(c + a) − ψ(c), for c above 0 and a of at least 0.</summary>
    public static double Digamma(double c, double a)
    {
        double sum = 0;
        for (; c < Large; c++)
        {
            sum += a / (c * (c + a));
        }

        return sum + Numeric.Log1P(a / c) + (a / (2 * c * (c + a))) - Tail(OfDigamma, c + a) + Tail(OfDigamma, c);
    }

    // Σ coefficientₖ / z²ᵏ for k = 1, 2, …
    private static double Tail(double[] coefficients, double z)
    {
        double step = 1 / (z * z);
        double sum = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            sum = (sum + coefficients[k]) * step;
        }

        return sum;
    }
}
