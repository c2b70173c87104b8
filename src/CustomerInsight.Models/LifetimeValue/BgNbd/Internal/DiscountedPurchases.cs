namespace CustomerInsight.Models;

/// <summary>How many purchases a customer who is alive will make within a time, each discounted, under a model of the BG/NBD family.</summary>
/// <remarks>
/// Given λ and p, their number is a function g(λ, p) that has a closed form; here its mean is taken over λ ~ Gamma(s, β), which is s/β times the mean
/// of g/λ, a bounded function, over Gamma(s + 1, β), by the trapezoidal rule in ln λ: all is analytic and falls at both ends, so that the rule is true to the last digits.
/// Where purchases take k stages each, the density of λ and of the stage reached is that of <see cref="LivingCustomer"/>.
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005 (the posterior);
/// Trefethen, Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56(3), 2014.</para>
/// </remarks>
internal static class DiscountedPurchases
{
    private const double Negligible = 1e-17;

    /// <param name="customer">The customer.</param>
    /// <param name="horizon">How many days ahead; infinite for ever.</param>
    /// <param name="delta">The continuous discount rate a day. Above 0 where for ever.</param>
    public static double Expect(in LivingCustomer customer, double horizon, double delta)
    {
        if (!(horizon > 0))
        {
            return 0;
        }

        // A known stage adds to the shape; stages that are not known are in the stream's sums.
        double prior = customer.Shape + Math.Max(0, customer.Stage);
        double shape = prior + 1;
        double largestShape = customer.Shape + customer.Regularity;
        double largestRate = (largestShape + (9 * Math.Sqrt(largestShape)) + DropOutNodes.Drop) / customer.Rate;
        var dropOuts = new DropOutNodes(customer.A, customer.B, largestRate * Math.Min(horizon, 1 / delta));
        IPurchaseStream stream = customer.Regularity == 1
            ? new PoissonStream(dropOuts, horizon, delta)
            : new ErlangStream(customer, dropOuts, horizon, delta);
        double step = StepFor(largestShape, customer.Regularity);
        double mode = Math.Log(shape / customer.Rate);
        double highest = 0;
        double mass = 0;
        double sum = 0;
        for (int i = 0; Add(i, stream); i++)
        {
        }

        for (int i = -1; Add(i, stream); i--)
        {
        }

        return prior / customer.Rate * (sum / mass) / (customer.HasStage ? 1 : Math.Exp(customer.LogOfStages));

        bool Add(int i, IPurchaseStream stream)
        {
            double apart = i * step;
            double rate = Math.Exp(mode + apart);
            double density = Math.Exp(shape * (apart - Numeric.ExpM1(apart)));
            double term = density * stream.PurchasesOverRate(rate);
            mass += density;
            sum += term;
            highest = Math.Max(highest, term);
            return density > Negligible || term > Negligible * highest;
        }
    }

    /// <summary>A step at which the error of the rule is below rounding.</summary>
    private static double StepFor(double shape, int regularity)
    {
        // The density of ln λ is that of |Γ(s + iω)|; the exponentials of the k-th roots of unity are bounded where |Im ln λ| < π/k only.
        double strip = 12.5 * regularity;
        return 2 * Math.PI / Math.Sqrt(625 + (129 * shape) + (regularity == 1 ? 0 : strip * strip));
    }
}
