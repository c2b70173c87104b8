using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The likelihoods of customers under the Pareto/NBD model.</summary>
internal sealed class ParetoNbdCustomerLikelihood : ICustomerLikelihood
{
    public void Evaluate(CustomerBatch batch)
    {
        Vector512<double> logAlpha = Vector512.Create<double>(batch.Logs(1));
        Vector512<double> logBeta = Vector512.Create<double>(batch.Logs(3));
        Vector512<double> alphaIsLess = Vector512.LessThan(logAlpha, logBeta);
        ParetoNbdTerms terms = Terms(batch, logAlpha, logBeta, Vector512.LessThanAny(logAlpha, logBeta));
        if (Vector512.LessThanAny(logAlpha, logBeta) && !Vector512.LessThanAll(logAlpha, logBeta))
        {
            // Which of the two is less decides on the form of the integral.
            terms = ParetoNbdTerms.Select(alphaIsLess, terms, Terms(batch, logAlpha, logBeta, alphaIsLess: false));
        }

        double r = Math.Exp(batch.Logs(0)[0]);
        var rising = new RisingSum(r);
        for (int lane = 0; lane < CustomerBatch.Size; lane++)
        {
            rising.GoTo((int)batch.Repeats[lane]);
            batch.Values[lane] = terms.Value[lane] + rising.Log - (batch.Repeats[lane] * logAlpha[lane]);
            batch.Slopes(0)[lane] = terms.ByR[lane] + (r * rising.Derivative);
            batch.Slopes(1)[lane] = terms.ByAlpha[lane];
            batch.Slopes(2)[lane] = terms.ByS[lane];
            batch.Slopes(3)[lane] = terms.ByBeta[lane];
        }
    }

    private static ParetoNbdTerms Terms(CustomerBatch batch, Vector512<double> logAlpha, Vector512<double> logBeta, bool alphaIsLess) => ParetoNbdTerms.Of(
        alphaIsLess,
        Math.Exp(batch.Logs(0)[0]),
        Math.Exp(batch.Logs(2)[0]),
        LaneExponential.Of(logAlpha),
        LaneExponential.Of(logBeta),
        Vector512.Create(batch.Repeats),
        Vector512.Create(batch.Active),
        Vector512.Create(batch.Tenure));
}
