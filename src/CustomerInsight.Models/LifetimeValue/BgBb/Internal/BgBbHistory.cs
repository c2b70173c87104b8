namespace CustomerInsight.Models;

/// <summary>What a customer's pattern is worth under the BG/BB model.</summary>
/// <remarks>
/// The likelihood is a sum over the opportunity before which the customer may have dropped out. Its terms, relative to that right after the last purchase,
/// start at 1 and only fall: gᵢ = Πₖ₍ₖ&lt;ᵢ₎ (β + t − x + k)(δ + t + k) / ((α + β + t + k)(γ + δ + t + k)). All are positive, so nothing cancels or overflows.
/// <para>Source: Fader, Hardie, Shang, Marketing Science 29(6), 2010, equation (5).</para>
/// </remarks>
/// <param name="LogLikelihood">The log of the probability of the pattern.</param>
/// <param name="Survived">How probable it is that the customer had not dropped out by the last opportunity.</param>
internal readonly record struct BgBbHistory(double LogLikelihood, double Survived)
{
    public static BgBbHistory Of(BgBbModel model, OpportunityPattern pattern) => Of(model.Alpha, model.Beta, model.Gamma, model.Delta, pattern, []);

    /// <param name="alpha">α.</param>
    /// <param name="beta">β.</param>
    /// <param name="gamma">γ.</param>
    /// <param name="delta">δ.</param>
    /// <param name="pattern">The customer's pattern.</param>
    /// <param name="gradient">Takes the derivatives of the log-likelihood in the four parameters; empty where they are not wanted.</param>
    public static BgBbHistory Of(double alpha, double beta, double gamma, double delta, OpportunityPattern pattern, Span<double> gradient)
    {
        (int x, int last, int n) = pattern;
        double misses = beta + last - x;
        double chances = alpha + beta + last;
        double stays = delta + last;
        double leaves = gamma + delta + last;
        double term = 1;
        double sum = 0;

        // Derivatives of ln gᵢ, and their sums weighted by the terms.
        (double byChances, double byMisses, double byLeaves, double byStays) = (0, 0, 0, 0);
        (double ofChances, double ofMisses, double ofLeaves, double ofStays, double ofGamma) = (0, 0, 0, 0, 0);
        for (int i = 0; i < n - last && term > 0; i++)
        {
            double left = term * gamma / (leaves + i);
            sum += left;
            ofGamma += left;
            ofChances += left * byChances;
            ofMisses += left * byMisses;
            ofLeaves += left * (byLeaves - (1 / (leaves + i)));
            ofStays += left * byStays;
            byChances -= 1 / (chances + i);
            byMisses += 1 / (misses + i);
            byLeaves -= 1 / (leaves + i);
            byStays += 1 / (stays + i);
            term *= (misses + i) / (chances + i) * ((stays + i) / (leaves + i));
        }

        sum += term;
        if (gradient.Length > 0)
        {
            double toChances = ((ofChances + (term * byChances)) / sum) - GammaRatio.Digamma(alpha + beta, last);
            double toLeaves = ((ofLeaves + (term * byLeaves)) / sum) - GammaRatio.Digamma(gamma + delta, last);
            gradient[0] = toChances + GammaRatio.Digamma(alpha, x);
            gradient[1] = toChances + ((ofMisses + (term * byMisses)) / sum) + GammaRatio.Digamma(beta, last - x);
            gradient[2] = toLeaves + (ofGamma / sum / gamma);
            gradient[3] = toLeaves + ((ofStays + (term * byStays)) / sum) + GammaRatio.Digamma(delta, last);
        }

        double untilLast = GammaRatio.Log(alpha, x) + GammaRatio.Log(beta, last - x) - GammaRatio.Log(alpha + beta, last)
            + GammaRatio.Log(delta, last) - GammaRatio.Log(gamma + delta, last);
        return new BgBbHistory(untilLast + Math.Log(sum), term / sum);
    }
}
