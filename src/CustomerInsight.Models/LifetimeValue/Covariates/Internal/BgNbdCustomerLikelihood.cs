namespace CustomerInsight.Models;

/// <summary>The likelihood of one customer under the BG/NBD model, or MBG/NBD.</summary>
/// <remarks>Source: Fader, Hardie, Lee, Marketing Science 24(2), 2005, equation (6).</remarks>
internal sealed class BgNbdCustomerLikelihood(BgNbdVariant variant) : ICustomerLikelihood
{
    public double Evaluate(int repeats, double active, double tenure, ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double r = Math.Exp(logs[0]);
        double alpha = Math.Exp(logs[1]);
        double a = Math.Exp(logs[2]);
        double b = Math.Exp(logs[3]);
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
        double logTenure = Numeric.Log1P(tenure / alpha);
        double logActive = Numeric.Log1P(active / alpha);
        double log = rising + Math.Log(product) - (repeats * logs[1]) - ((r + repeats) * logTenure);
        double left = 0;
        if (chances > 0)
        {
            double odds = logs[2] - Math.Log(b + chances - 1) + ((r + repeats) * (logTenure - logActive));
            log += Numeric.Softplus(odds);
            left = Numeric.Logistic(-odds);
            byB -= left / (b + chances - 1);
        }

        gradient[0] = r * (byR - logTenure + (left * (logTenure - logActive)));
        gradient[1] = r - ((r + repeats) * (((1 - left) / (1 + (tenure / alpha))) + (left / (1 + (active / alpha)))));
        gradient[2] = left - (a * bySum);
        gradient[3] = b * (byB - bySum);
        return log;
    }
}
