namespace CustomerInsight.Models;

/// <summary>How many purchases a customer who is alive will make within a time, each discounted, under the BG/NBD model.</summary>
/// <remarks>
/// At rate λ and drop-out p, purchases come at λe^(−λpt), so that discounted they are λ(1 − e^(−ch)) / c, c = λp + δ, up to h. Their mean over
/// λ ~ Gamma(s, β) and p ~ Beta(a, b) is s/β times the mean of (1 − e^(−ch)) / c over λ ~ Gamma(s + 1, β): a bounded function, which the
/// trapezoidal rule in ln λ and ln(p / (1 − p)) integrates to the last digits, for both densities fall at their ends and all is analytic.
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005 (the posterior);
/// Trefethen, Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56(3), 2014.</para>
/// </remarks>
internal static class DiscountedPurchases
{
    // e^−39 is below what a sum of doubles notices.
    private const double Drop = 39;

    /// <param name="s">r + x.</param>
    /// <param name="a">The first parameter of the drop-out.</param>
    /// <param name="b">Its second, after the purchases made.</param>
    /// <param name="beta">α + T.</param>
    /// <param name="horizon">How far ahead; infinite for ever.</param>
    /// <param name="delta">The continuous discount rate. Above 0.</param>
    public static double Expect(double s, double a, double b, double beta, double horizon, double delta)
    {
        if (!(horizon > 0))
        {
            return 0;
        }

        double shape = s + 1;
        double largestRate = (shape + (9 * Math.Sqrt(shape)) + Drop) / beta;
        double[] dropOuts = DropOuts(a, b, largestRate * Math.Min(horizon, 1 / delta), out double[] weights);
        double step = 2 * Math.PI / Math.Sqrt(625 + (129 * shape));
        double mode = Math.Log(shape / beta);
        double mass = 0;
        double sum = 0;
        for (int i = 0; Add(mode + (i * step)); i++)
        {
        }

        for (int i = -1; Add(mode + (i * step)); i--)
        {
        }

        return s / beta * (sum / mass);

        bool Add(double log)
        {
            double apart = log - mode;
            double density = shape * (apart - Numeric.ExpM1(apart));
            if (density < -Drop)
            {
                return false;
            }

            density = Math.Exp(density);
            double rate = Math.Exp(log);
            double mean = 0;
            for (int i = 0; i < dropOuts.Length; i++)
            {
                double speed = (rate * dropOuts[i]) + delta;
                mean += weights[i] * (-Numeric.ExpM1(-speed * horizon) / speed);
            }

            mass += density;
            sum += density * mean;
            return true;
        }
    }

    /// <summary>The nodes of p and their weights, which sum to 1.</summary>
    private static double[] DropOuts(double a, double b, double scale, out double[] weights)
    {
        double mode = Math.Log(a / b);
        double step = 0.25 * Math.Min(1, 2 * Math.Sqrt((1 / a) + (1 / b)));
        double peak = LogDensity(mode);
        double lowest = Math.Min(mode, -Numeric.Log1P(scale)) - Drop;
        double highest = Math.Max(mode, 0) + Drop;
        int first = 0;
        while (mode + (first * step) > lowest && LogDensity(mode + (first * step)) - peak > -Drop)
        {
            first--;
        }

        int last = 0;
        while (mode + (last * step) < highest && LogDensity(mode + (last * step)) - peak > -Drop)
        {
            last++;
        }

        double[] nodes = new double[last - first + 1];
        weights = new double[nodes.Length];
        double mass = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double u = mode + ((first + i) * step);
            nodes[i] = Numeric.Logistic(-u);
            weights[i] = Math.Exp(LogDensity(u) - peak);

            // Beyond the ends the density is e^(au) and e^(−bu), and nothing else changes: the rest of the sum is a geometric series.
            weights[i] += i == 0 ? weights[i] / Numeric.ExpM1(a * step) : 0;
            weights[i] += i == nodes.Length - 1 ? weights[i] / Numeric.ExpM1(b * step) : 0;
            mass += weights[i];
        }

        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] /= mass;
        }

        return nodes;

        double LogDensity(double u) => -(a * Numeric.Softplus(-u)) - (b * Numeric.Softplus(u));
    }
}
