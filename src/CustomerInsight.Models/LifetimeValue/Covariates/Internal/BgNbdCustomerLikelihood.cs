namespace CustomerInsight.Models;

/// <summary>The likelihoods of customers under the BG/NBD model, or MBG/NBD.</summary>
/// <remarks>Source: Fader, Hardie, Lee, Marketing Science 24(2), 2005, equation (6).</remarks>
internal sealed class BgNbdCustomerLikelihood(BgNbdVariant variant) : ICustomerLikelihood
{
    public void Evaluate(CustomerBatch batch)
    {
        for (int customer = 0; customer < CustomerBatch.Size; customer++)
        {
            batch.Values[customer] = Evaluate(batch, customer);
        }
    }

    private double Evaluate(CustomerBatch batch, int customer)
    {
        int repeats = (int)batch.Repeats[customer];
        double logAlpha = batch.Logs(1)[customer];
        double logA = batch.Logs(2)[customer];
        double r = Math.Exp(batch.Logs(0)[customer]);
        double alpha = Math.Exp(logAlpha);
        double a = Math.Exp(logA);
        double b = Math.Exp(batch.Logs(3)[customer]);
        double active = batch.Active[customer] / alpha;
        double tenure = batch.Tenure[customer] / alpha;
        int chances = repeats + (variant == BgNbdVariant.Modified ? 1 : 0);
        double byR = 0;
        double byB = 0;
        double bySum = 0;
        double rising = 0;

        // The product of many ratios, whose log is taken before it gets too large or too small.
        double product = 1;
        for (int j = 0; j < chances; j++)
        {
            double stayed = 1 / (a + b + j);
            bySum += stayed;
            byB += 1 / (b + j);
            product *= (b + j) * stayed;
            if (j < repeats)
            {
                product *= r + j;
                byR += 1 / (r + j);
            }

            if (product is > 1e200 or < 1e-200)
            {
                rising += Math.Log(product);
                product = 1;
            }
        }

        // ln(α + t) − ln α, so that a large α takes no digits away.
        double logTenure = Numeric.Log1P(tenure);
        double logActive = Numeric.Log1P(active);
        double log = rising + Math.Log(product) - (repeats * logAlpha) - ((r + repeats) * logTenure);
        double left = 0;
        if (chances > 0)
        {
            double odds = logA - Math.Log(b + chances - 1) + ((r + repeats) * (logTenure - logActive));
            log += Numeric.Softplus(odds);
            left = Numeric.Logistic(-odds);
            byB -= left / (b + chances - 1);
        }

        batch.Slopes(0)[customer] = r * (byR - logTenure + (left * (logTenure - logActive)));
        batch.Slopes(1)[customer] = r - ((r + repeats) * (((1 - left) / (1 + tenure)) + (left / (1 + active))));
        batch.Slopes(2)[customer] = left - (a * bySum);
        batch.Slopes(3)[customer] = b * (byB - bySum);
        return log;
    }
}
