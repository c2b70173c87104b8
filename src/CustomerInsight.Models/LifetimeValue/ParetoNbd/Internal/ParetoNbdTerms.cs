using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>For eight customers: the part of ln L under the Pareto/NBD model that depends on times, and its derivatives in the logs of the parameters.</summary>
/// <remarks>α and β may be the customers' own, r and s are common to all.</remarks>
internal readonly record struct ParetoNbdTerms(
    Vector512<double> Value, Vector512<double> ByR, Vector512<double> ByAlpha, Vector512<double> ByS, Vector512<double> ByBeta)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParetoNbdTerms Of(
        bool alphaIsLess,
        double r,
        double s,
        Vector512<double> alpha,
        Vector512<double> beta,
        Vector512<double> repeats,
        Vector512<double> active,
        Vector512<double> tenure)
    {
        Vector512<double> p = Vector512.Create(r) + repeats;
        Vector512<double> alphaThen = alpha + active;
        Vector512<double> betaThen = beta + active;
        Vector512<double> silence = tenure - active;
        var departure = Departure.Of(alphaIsLess, p, s, alphaThen, betaThen, silence, withMeans: true);
        Vector512<double> left = LaneLogistic.Of(departure.LogOdds, out Vector512<double> ways);
        Vector512<double> alive = Vector512<double>.One - left;

        // The logs of (α + τ) / α and (β + τ) / β at the last purchase, at T, and on average.
        Vector512<double> logAlpha = LaneLogarithm.OnePlus(active / alpha);
        Vector512<double> logBeta = LaneLogarithm.OnePlus(active / beta);
        Vector512<double> meanLogAlpha = logAlpha + (alive * departure.SilenceAlpha) + (left * departure.LogAlpha);
        Vector512<double> meanLogBeta = logBeta + (alive * departure.SilenceBeta) + (left * departure.LogBeta);

        // The means of (r τ − x α) / (α + τ), and of s τ / (β + τ) less β / (β + τ) of those who left.
        Vector512<double> shareAlpha = (alive * silence / (alpha + tenure)) + (left * departure.ShareAlpha);
        Vector512<double> shareBeta = (alive * silence / (beta + tenure)) + (left * departure.ShareBeta);
        Vector512<double> leftBeta = left * (Vector512<double>.One - departure.ShareBeta);
        var shape = Vector512.Create(s);
        return new ParetoNbdTerms(
            ways - (p * (logAlpha + departure.SilenceAlpha)) - (shape * (logBeta + departure.SilenceBeta)),
            -Vector512.Create(r) * meanLogAlpha,
            ((Vector512.Create(r) * active) - (repeats * alpha) + (alpha * p * shareAlpha)) / alphaThen,
            left - (shape * meanLogBeta),
            ((shape * active) + (beta * ((shape * shareBeta) - leftBeta))) / betaThen);
    }

    /// <summary>Takes some customers' terms from the one, the others' from the other.</summary>
    public static ParetoNbdTerms Select(Vector512<double> where, ParetoNbdTerms these, ParetoNbdTerms those) => new(
        Vector512.ConditionalSelect(where, these.Value, those.Value),
        Vector512.ConditionalSelect(where, these.ByR, those.ByR),
        Vector512.ConditionalSelect(where, these.ByAlpha, those.ByAlpha),
        Vector512.ConditionalSelect(where, these.ByS, those.ByS),
        Vector512.ConditionalSelect(where, these.ByBeta, those.ByBeta));
}
