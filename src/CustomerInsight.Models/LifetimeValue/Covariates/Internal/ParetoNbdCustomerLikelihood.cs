using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The likelihood of one customer under the Pareto/NBD model.</summary>
/// <remarks>Each derivative is the mean of that of the logged density at T, for one who is alive, or at the time of leaving, for one who has left: see <see cref="Departure"/>.</remarks>
internal sealed class ParetoNbdCustomerLikelihood : ICustomerLikelihood
{
    public double Evaluate(int repeats, double active, double tenure, ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double r = Math.Exp(logs[0]);
        double alpha = Math.Exp(logs[1]);
        double s = Math.Exp(logs[2]);
        double beta = Math.Exp(logs[3]);
        double silence = tenure - active;
        double p = r + repeats;
        double rising = 0;
        double byRising = 0;
        for (int j = 0; j < repeats; j++)
        {
            rising += Math.Log(r + j);
            byRising += 1 / (r + j);
        }

        // One customer in all eight lanes: neighbours have other parameters, and may need another form of the integral.
        var departure = Departure.Of(
            alpha < beta, Vector512.Create(p), s, Vector512.Create(alpha + active), Vector512.Create(beta + active), Vector512.Create(silence), withMeans: true);
        double logOdds = departure.LogOdds.ToScalar();
        double left = Numeric.Logistic(-logOdds);
        double alive = Numeric.Logistic(logOdds);
        double logAlpha = Numeric.Log1P(active / alpha);
        double logBeta = Numeric.Log1P(active / beta);
        double silenceAlpha = Numeric.Log1P(silence / (alpha + active));
        double silenceBeta = Numeric.Log1P(silence / (beta + active));
        double shareAlpha = (alive * silence / (alpha + tenure)) + (left * departure.ShareAlpha.ToScalar());
        double shareBeta = (alive * silence / (beta + tenure)) + (left * departure.ShareBeta.ToScalar());
        double leftBeta = left * (1 - departure.ShareBeta.ToScalar());
        gradient[0] = r * (byRising - logAlpha - (alive * silenceAlpha) - (left * departure.LogAlpha.ToScalar()));
        gradient[1] = ((r * active) - (repeats * alpha) + (alpha * p * shareAlpha)) / (alpha + active);
        gradient[2] = left - (s * (logBeta + (alive * silenceBeta) + (left * departure.LogBeta.ToScalar())));
        gradient[3] = ((s * active) + (beta * ((s * shareBeta) - leftBeta))) / (beta + active);
        return rising - (repeats * logs[1]) + Numeric.Softplus(logOdds) - (p * (logAlpha + silenceAlpha)) - (s * (logBeta + silenceBeta));
    }
}
