namespace CustomerInsight;

public sealed partial class SeededRandom
{
    // Below it a sum of two gamma draws has lost digits, so their ratio is taken from their logarithms.
    private const double Smallest = 1e-290;

    /// <summary>Draws from the normal distribution of mean 0 and variance 1.</summary>
    /// <returns>Any number.</returns>
    /// <remarks>The same on every processor. <para>Source: Marsaglia, Bray, "A convenient method for generating normal variables", SIAM Review 6(3), 1964.</para></remarks>
    public double NextNormal()
    {
        while (true)
        {
            double u = (2 * NextDouble()) - 1;
            double v = (2 * NextDouble()) - 1;
            double s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * PortableMath.Log(s) / s);
            }
        }
    }

    /// <summary>Draws from the exponential distribution.</summary>
    /// <param name="rate">One over the mean. At least 0.</param>
    /// <returns>A number of at least 0; infinite for rate 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative or no number.</exception>
    /// <remarks>The same on every processor.</remarks>
    public double NextExponential(double rate)
    {
        if (!(rate >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Expected a number of at least 0.");
        }

        double draw = -PortableMath.Log(1 - NextDouble());
        return rate > 0 ? draw / rate : double.PositiveInfinity;
    }

    /// <summary>Draws from the gamma distribution.</summary>
    /// <param name="shape">Above 0, finite.</param>
    /// <param name="rate">Shape over mean. Above 0, finite.</param>
    /// <returns>A number of at least 0; 0 where it is too small for a double, as most are for a tiny <paramref name="shape"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not above 0 and finite.</exception>
    /// <remarks>The same on every processor. <para>Source: Marsaglia, Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000.</para></remarks>
    public double NextGamma(double shape, double rate)
    {
        ThrowUnlessPositive(shape, nameof(shape));
        ThrowUnlessPositive(rate, nameof(rate));
        (double logBoost, double d, double v) = DrawGamma(shape);
        return PortableMath.Exp(logBoost) * d * v / rate;
    }

    /// <summary>Draws from the beta distribution.</summary>
    /// <param name="a">The first shape. Above 0, finite.</param>
    /// <param name="b">The second shape. Above 0, finite.</param>
    /// <returns>A number in [0, 1], with mean a / (a + b).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not above 0 and finite.</exception>
    /// <remarks>The same on every processor, and as exact for tiny shapes as for others. <para>Source: the share of one of two gamma draws in their sum.</para></remarks>
    public double NextBeta(double a, double b)
    {
        ThrowUnlessPositive(a, nameof(a));
        ThrowUnlessPositive(b, nameof(b));
        (double logBoostX, double dx, double vx) = DrawGamma(a);
        (double logBoostY, double dy, double vy) = DrawGamma(b);
        double x = PortableMath.Exp(logBoostX) * dx * vx;
        double y = PortableMath.Exp(logBoostY) * dy * vy;
        return x + y > Smallest
            ? x / (x + y)
            : 1 / (1 + PortableMath.Exp(logBoostY + PortableMath.Log(dy * vy) - logBoostX - PortableMath.Log(dx * vx)));
    }

    /// <summary>Gives a draw of rate 1 as e^LogBoost · D · V.</summary>
    private (double LogBoost, double D, double V) DrawGamma(double shape)
    {
        // A shape below 1 is boosted by one and scaled back by U^(1/shape), as section 6 of the paper says.
        double logBoost = shape < 1 ? 1 / shape * PortableMath.Log(1 - NextDouble()) : 0;
        double d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = NextNormal();
            double v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            double u = 1 - NextDouble();
            if (PortableMath.Log(u) < (0.5 * x * x) + (d * (1 - v + PortableMath.Log(v))))
            {
                return (logBoost, d, v);
            }
        }
    }

    private static void ThrowUnlessPositive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above 0.");
        }
    }
}
