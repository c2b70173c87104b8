namespace CustomerInsight.Testing;

/// <summary>Draws from the distributions that purchase models are made of.</summary>
/// <remarks>
/// Gamma after Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000; normal by Marsaglia's polar
/// method, SIAM Review 6(3), 1964; beta as a ratio of gammas; exponential by inversion.
/// </remarks>
internal static class Samplers
{
    /// <summary>An exponential time with the given rate (mean 1/rate); infinite for rate 0.</summary>
    public static double Exponential(SeededRandom random, double rate) => -PortableMath.Log(1 - random.NextDouble()) / rate;

    /// <summary>A gamma draw with mean shape/rate.</summary>
    public static double Gamma(SeededRandom random, double shape, double rate)
    {
        // A shape below 1 is boosted by one and scaled back by U^(1/shape), as section 6 of the paper says.
        double boost = shape < 1 ? PortableMath.Pow(1 - random.NextDouble(), 1 / shape) : 1;
        double d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(random);
            double v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            double u = 1 - random.NextDouble();
            if (PortableMath.Log(u) < (0.5 * x * x) + (d * (1 - v + PortableMath.Log(v))))
            {
                return boost * d * v / rate;
            }
        }
    }

    /// <summary>A beta draw with mean a/(a + b).</summary>
    public static double Beta(SeededRandom random, double a, double b)
    {
        double x = Gamma(random, a, 1);
        double y = Gamma(random, b, 1);

        // Both can underflow for tiny shapes; the beta's mass is then at its two ends.
        return x + y > 0 ? x / (x + y) : random.NextDouble() * (a + b) < a ? 1 : 0;
    }

    /// <summary>A standard normal draw.</summary>
    public static double Normal(SeededRandom random)
    {
        while (true)
        {
            double u = (2 * random.NextDouble()) - 1;
            double v = (2 * random.NextDouble()) - 1;
            double s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * PortableMath.Log(s) / s);
            }
        }
    }
}
