using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>The distribution of the ratio of a gamma(a) to a gamma(b) variable: the odds of a beta (a, b) one.</summary>
/// <remarks>
/// In t = ln(odds) the density is log-concave, and so is the distribution function: Newton's method on its log comes from any start without a guard.
/// <para>Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction).</para>
/// </remarks>
internal static class BetaPrime
{
    private const int MostSteps = 200;
    private const int MostTerms = 200_000;

    /// <summary>The value that the variable stays below with a probability between 0 and 1; 0 or infinite where it is beyond a double.</summary>
    public static double Quantile(double a, double b, double probability)
    {
        // From the side where the distribution function has digits left: the upper tail is the lower one of the inverse variable.
        double middle = LogLower(a, b, Math.Log(a / b)).Log;
        return Math.Exp(Math.Log(probability) <= middle ? LogQuantile(a, b, Math.Log(probability)) : -LogQuantile(b, a, Numeric.Log1P(-probability)));
    }

    /// <summary>How probable it is that the variable stays below e^t.</summary>
    public static double Lower(double a, double b, double t) => Math.Exp(LogLower(a, b, t).Log);

    /// <summary>The same with the density in t there, from a <see cref="LogScale"/> that was worked out before.</summary>
    public static (double Lower, double Density) LowerAndDensity(double a, double b, double logScale, double t)
    {
        (double log, double logDensity) = LogLower(a, b, logScale, t);
        return (Math.Exp(log), Math.Exp(logDensity));
    }

    /// <summary>−ln B(a, b).</summary>
    public static double LogScale(double a, double b)
    {
        double lesser = Math.Min(a, b);
        return GammaRatio.Log(Math.Max(a, b), lesser) - SpecialFunctions.GammaLn(lesser);
    }

    private static double LogQuantile(double a, double b, double logProbability)
    {
        double t = Math.Log(a / b);
        for (int step = 0; step < MostSteps; step++)
        {
            (double log, double logDensity) = LogLower(a, b, t);
            double move = (logProbability - log) * Math.Exp(log - logDensity);
            t += move;
            if (Math.Abs(move) <= 1e-14 * Math.Max(1, Math.Abs(t)) || !double.IsFinite(t))
            {
                break;
            }
        }

        return t;
    }

    // The log of the distribution function in t, and of its density.
    private static (double Log, double LogDensity) LogLower(double a, double b, double t) => LogLower(a, b, LogScale(a, b), t);

    private static (double Log, double LogDensity) LogLower(double a, double b, double logScale, double t)
    {
        double below = Numeric.Logistic(-t);
        double logDensity = -(a * Numeric.Softplus(-t)) - (b * Numeric.Softplus(t)) + logScale;
        if (below <= (a + 1) / (a + b + 2))
        {
            return (logDensity + Math.Log(Fraction(a, b, below) / a), logDensity);
        }

        double upper = Math.Exp(logDensity) * Fraction(b, a, Numeric.Logistic(t)) / b;
        return (Numeric.Log1P(-Math.Min(upper, 1)), logDensity);
    }

    // Lentz's method.
    private static double Fraction(double a, double b, double y)
    {
        const double Tiny = 1e-300;
        double c = 1;
        double d = 1 / Nonzero(1 - ((a + b) * y / (a + 1)));
        double result = d;
        for (int m = 1; m <= MostTerms; m++)
        {
            double even = m * (b - m) * y / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Nonzero(1 + (even * d));
            c = Nonzero(1 + (even / c));
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * y / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Nonzero(1 + (odd * d));
            c = Nonzero(1 + (odd / c));
            result *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return result;

        static double Nonzero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
