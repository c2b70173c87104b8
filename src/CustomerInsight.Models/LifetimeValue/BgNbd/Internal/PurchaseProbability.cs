namespace CustomerInsight.Models;

/// <summary>How probable it is that a customer who is alive buys so often within a time, under a model of the BG/NBD family.</summary>
/// <remarks>
/// From stage j, n purchases are nk − j to nk − j + k − 1 stages of one who survives all n; or at least nk − j of one who stops at the last of them.
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, equation (8), for a customer of whom more is known.</para>
/// </remarks>
internal static class PurchaseProbability
{
    private const int FewCounts = 128;

    /// <param name="customer">The customer.</param>
    /// <param name="purchases">How often.</param>
    /// <param name="days">Within which time.</param>
    public static double Of(in LivingCustomer customer, int purchases, double days)
    {
        Span<double> probabilities = purchases < FewCounts ? stackalloc double[purchases + 1] : new double[purchases + 1];
        Fill(customer, days, probabilities);
        return probabilities[purchases];
    }

    /// <summary>Writes the probabilities of 0, 1, 2, … purchases. Time O(their number · k²).</summary>
    public static void Fill(in LivingCustomer customer, double days, Span<double> probabilities)
    {
        int k = customer.Regularity;
        double tau = days / customer.Rate;
        Span<double> stages = stackalloc double[k];
        customer.WriteStages(stages);

        // First how probable it is to reach so many stages, but not those of one purchase more; then, from the last, at least so many.
        probabilities.Clear();
        double more = 0;
        for (int j = 0; j < k; j++)
        {
            var events = new NegativeBinomial(customer.Shape + j, tau);
            for (int n = 0; n < probabilities.Length; n++)
            {
                for (int end = ((n + 1) * k) - j; events.Count < end; events.MoveNext())
                {
                    probabilities[n] += stages[j] * events.Probability;
                }
            }

            more += stages[j] * events.AtLeast();
        }

        double survived = Math.Exp(Numeric.LogRisingQuotient(customer.B, customer.A, probabilities.Length - 1));
        for (int n = probabilities.Length - 1; n > 0; n--)
        {
            more += probabilities[n];
            double before = customer.B + n - 1;
            double leaves = customer.A / (customer.A + before);
            double survivedBefore = survived * (customer.A + before) / before;
            probabilities[n] = (survived * probabilities[n]) + (survivedBefore * leaves * more);
            survived = survivedBefore;
        }
    }
}
