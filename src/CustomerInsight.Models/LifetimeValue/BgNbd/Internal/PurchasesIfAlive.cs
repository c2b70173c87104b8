namespace CustomerInsight.Models;

/// <summary>How many purchases a customer who is alive will make within a time, under a model of the BG/NBD family.</summary>
/// <remarks>
/// The papers' formula divides by a − 1 and takes a difference of nearly equal numbers, so it fails at and near a = 1, and its
/// hypergeometric function has a pole at a + b + x = 1. With rate λ ~ Gamma(s, β) and drop-out p ~ Beta(a, b) the same
/// expectation is E[(1 − e^(−λpt)) / p], in which nothing is singular. Two forms of it:
/// <para>the series Σₙ P(N = n) · Σ_{i&lt;m(n)} (b)ᵢ / (a + b)ᵢ with N, the stages of one who never drops out, negative
/// binomial (s, τ/(1 + τ)), τ = t / β, and m(n) = ⌊(j + n) / k⌋ purchases from stage j: purchase i + 1 happens to one who survived i. All terms are positive;</para>
/// <para>the integral over p by the trapezoidal rule in u = ln(p / (1 − p)), for horizons far beyond β, where the series is long.
/// The integrand is analytic in |Im u| &lt; π, so the error falls like exp(−π²/h).</para>
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, section 3 and appendix
/// (the model and its posterior); Trefethen, Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56(3), 2014.</para>
/// </remarks>
internal static class PurchasesIfAlive
{
    private const double LongestSeries = 4_000;

    /// <param name="customer">The customer.</param>
    /// <param name="days">The horizon.</param>
    public static double Expect(in LivingCustomer customer, double days)
    {
        double tau = days / customer.Rate;
        if (!(tau > 0))
        {
            return 0;
        }

        if (((customer.Shape + customer.Regularity) * tau) + (40 * (1 + tau)) > LongestSeries)
        {
            return customer.Regularity == 1 ? Integral(customer.Shape, customer.A, customer.B, tau) : DiscountedPurchases.Expect(customer, days, 0);
        }

        Span<double> stages = stackalloc double[customer.Regularity];
        customer.WriteStages(stages);
        double expected = 0;
        for (int j = 0; j < stages.Length; j++)
        {
            expected += stages[j] == 0 ? 0 : stages[j] * Series(customer.Shape + j, customer.A, customer.B, tau, customer.Regularity, j);
        }

        return expected;
    }

    internal static double Series(double s, double a, double b, double tau, int regularity = 1, int stage = 0)
    {
        double w = tau / (1 + tau);
        double logScale = -s * Numeric.Log1P(tau);
        double probability = 1;
        double survival = 1;
        double expected = 0;
        double sum = 0;
        int purchases = 0;
        int missing = regularity - stage;
        for (int n = 1; ; n++)
        {
            probability *= w * (s + n - 1) / n;
            if (--missing == 0)
            {
                missing = regularity;
                purchases++;
                expected += survival;
                survival *= (b + purchases - 1) / (a + b + purchases - 1);
            }

            double term = probability * expected;
            sum += term;
            if (probability > 1e200)
            {
                probability *= 1e-200;
                sum *= 1e-200;
                term *= 1e-200;
                logScale += 200 * Math.Log(10);
            }

            // The terms to come are below a geometric series of this ratio.
            double ratio = w * Math.Max(1, (s + n) / (n + 1)) * (purchases + 1) / Math.Max(1, purchases);
            if (ratio < 1 && purchases > 0 && term * ratio <= 1e-17 * sum * (1 - ratio))
            {
                return sum * Math.Exp(logScale);
            }
        }
    }

    internal static double Integral(double s, double a, double b, double tau)
    {
        // Beyond these ends the integrand is e^(au) on the left and e^(−bu) on the right to within rounding, and its sum a geometric one.
        double mode = Math.Log(a / b);
        double left = Math.Min(mode, -Math.Max(Numeric.Log1P((1 + s) * tau), Numeric.Log1P(a + b))) - 38;
        double right = Math.Max(mode, Numeric.Log1P(a + b)) + 38;
        double h = 0.25 * Math.Min(1, 2 * Math.Sqrt((1 / a) + (1 / b)));
        double peak = LogDensity(mode, a, b);
        int last = (int)Math.Ceiling((right - left) / h);
        double mass = 0;
        double sum = 0;
        for (int i = 0; i <= last; i++)
        {
            double u = left + (i * h);
            double density = Math.Exp(LogDensity(u, a, b) - peak);
            double p = Numeric.Logistic(-u);
            mass += density;
            sum += density * -Numeric.ExpM1(-s * Numeric.Log1P(p * tau)) / p;
        }

        double leftTail = Math.Exp(LogDensity(left, a, b) - peak) / Numeric.ExpM1(a * h);
        double rightTail = Math.Exp(LogDensity(left + (last * h), a, b) - peak) / Numeric.ExpM1(b * h);
        mass += leftTail + rightTail;
        sum += (leftTail * s * tau) + (rightTail * -Numeric.ExpM1(-s * Numeric.Log1P(tau)));
        return sum / mass;
    }

    private static double LogDensity(double u, double a, double b) => -(a * Numeric.Softplus(-u)) - (b * Numeric.Softplus(u));
}
