namespace CustomerInsight;

/// <summary>Logarithm and exponential out of sums and products alone, so that every processor rounds them alike.</summary>
/// <remarks>The runtime's own call the platform's C library, whose last bits differ; a draw that is accepted on one machine could be refused on another.</remarks>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Sqrt2 = 1.4142135623730951;

    /// <summary>ln x = k·ln 2 + 2·artanh((m − 1)/(m + 1)) with x = m·2ᵏ and m in [√½, √2].</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        int exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2⁵⁴ makes a subnormal number normal.
            exponent = -54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > Sqrt2)
        {
            mantissa /= 2;
            exponent++;
        }

        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int odd = 23; odd >= 1; odd -= 2)
        {
            sum = (sum * square) + (1.0 / odd);
        }

        return (exponent * Ln2High) + ((2 * s * sum) + (exponent * Ln2Low));
    }

    /// <summary>eˣ = 2ᵏ·eʳ with |r| ≤ ½·ln 2 by its Taylor series.</summary>
    public static double Exp(double x)
    {
        if (!(x > -745.2))
        {
            return double.IsNaN(x) ? x : 0;
        }

        if (x > 709.7)
        {
            return double.PositiveInfinity;
        }

        double k = Math.Round(x / 0.6931471805599453);
        double r = x - (k * Ln2High) - (k * Ln2Low);
        double sum = 1;
        for (int i = 14; i >= 1; i--)
        {
            sum = 1 + (r * sum / i);
        }

        return Math.ScaleB(sum, (int)k);
    }

    public static double Pow(double x, double y) => Exp(y * Log(x));
}
