namespace CustomerInsight.Models;

/// <summary>How probable it is that a customer who is alive buys so often within a time, under a model of the BG/NBD family.</summary>
/// <remarks>
/// From stage j, n purchases are nk − j to nk − j + k − 1 stages of one who survives all n; or at least nk − j of one who stops at the last of them.
/// <para>Source: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, equation (8), for a customer of whom more is known.</para>
/// </remarks>
internal static class PurchaseProbability
{
    /// <param name="customer">The customer.</param>
    /// <param name="purchases">How often.</param>
    /// <param name="days">Within which time.</param>
    public static double Of(in LivingCustomer customer, int purchases, double days)
    {
        int k = customer.Regularity;
        Span<double> stages = stackalloc double[k];
        customer.WriteStages(stages);
        double stays = 0;
        double leaves = 0;
        for (int j = 0; j < k; j++)
        {
            var events = new NegativeBinomial(customer.Shape + j, days / customer.Rate);
            int first = Math.Max(0, (purchases * k) - j);
            stays += stages[j] * events.Within(first, (purchases * k) + k - j - first);
            leaves += purchases == 0 ? 0 : stages[j] * events.AtLeast(first);
        }

        if (purchases == 0)
        {
            return stays;
        }

        double survived = Math.Exp(Numeric.LogRisingQuotient(customer.B, customer.A, purchases - 1));
        double before = customer.B + purchases - 1;
        return survived * ((before * stays) + (customer.A * leaves)) / (customer.A + before);
    }
}
