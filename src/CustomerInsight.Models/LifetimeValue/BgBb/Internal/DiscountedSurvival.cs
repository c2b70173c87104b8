namespace CustomerInsight.Models;

/// <summary>At how many coming opportunities a customer who drops out with a beta-distributed probability is there, each counted by what money is worth then.</summary>
internal static class DiscountedSurvival
{
    /// <summary>Σᵢ factorⁱ · S(i) over the next opportunities, with S(i) = Πⱼ₍ⱼ&lt;ᵢ₎ (δ + j) / (γ + δ + j).</summary>
    public static double Until(double gamma, double delta, double factor, int opportunities)
    {
        double term = 1;
        double sum = 0;
        for (int i = 0; i < opportunities && term > 1e-18 * sum / opportunities; i++)
        {
            term *= factor * ((delta + i) / (gamma + delta + i));
            sum += term;
        }

        return sum;
    }

    /// <summary>The same for ever: E[(1 − θ) / (d + θ)] over the drop-out probability θ, by the trapezoidal rule in u = ln(θ / (1 − θ)).</summary>
    /// <remarks>
    /// The integrand is analytic in |Im u| &lt; π, so the error falls like exp(−2π²/h). Beyond the ends it is e^(γu) and e^(−δu) to within rounding, and its sum a geometric one.
    /// <para>Source: Trefethen, Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56(3), 2014.</para>
    /// </remarks>
    /// <param name="gamma">γ.</param>
    /// <param name="delta">δ.</param>
    /// <param name="discount">d: what is worth 1 + d at the next opportunity is worth 1 now.</param>
    public static double ForEver(double gamma, double delta, double discount)
    {
        if (discount == 0)
        {
            return gamma > 1 ? delta / (gamma - 1) : double.PositiveInfinity;
        }

        double mode = Math.Log(gamma / delta);
        double left = Math.Min(Math.Min(mode, Math.Log(discount)), -Numeric.Log1P(gamma + delta)) - 38;
        double right = Math.Max(mode, Numeric.Log1P(gamma + delta)) + 38;
        double h = Math.Min(0.4, Math.Sqrt((1 / gamma) + (1 / delta)) / 2);
        int last = (int)Math.Ceiling((right - left) / h);
        double peak = LogDensity(mode, gamma, delta);
        double mass = Density(left) / Numeric.ExpM1(gamma * h);
        double sum = mass * Value(left);
        for (int i = 0; i <= last; i++)
        {
            double u = left + (i * h);
            double density = Density(u);
            mass += density;
            sum += density * Value(u);
        }

        double end = left + (last * h);
        mass += Density(end) / Numeric.ExpM1(delta * h);
        sum += Density(end) * Value(end) / Numeric.ExpM1((delta + 1) * h);
        return sum / mass;

        double Density(double u) => Math.Exp(LogDensity(u, gamma, delta) - peak);

        double Value(double u) => Numeric.Logistic(u) / (discount + Numeric.Logistic(-u));
    }

    private static double LogDensity(double u, double gamma, double delta) => -(gamma * Numeric.Softplus(-u)) - (delta * Numeric.Softplus(u));
}
