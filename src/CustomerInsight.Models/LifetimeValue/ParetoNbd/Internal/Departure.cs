using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>For eight customers: the odds of having left, and means over the time of leaving, given that they have left since the last purchase.</summary>
/// <param name="LogOdds">ln D, D = ∫ s / (β + τ) · ((α + T) / (α + τ))^(r + x) · ((β + T) / (β + τ))^s dτ over t_x ≤ τ ≤ T; −∞ where t_x = T.</param>
/// <param name="SilenceAlpha">ln((α + T) / (α + t_x)).</param>
/// <param name="SilenceBeta">ln((β + T) / (β + t_x)).</param>
/// <param name="LogAlpha">The mean of ln((α + τ) / (α + t_x)).</param>
/// <param name="LogBeta">The mean of ln((β + τ) / (β + t_x)).</param>
/// <param name="ShareAlpha">The mean of (τ − t_x) / (α + τ).</param>
/// <param name="ShareBeta">The mean of (τ − t_x) / (β + τ).</param>
/// <remarks>
/// The papers write the integral as a difference of hypergeometric functions, which cancels where t_x is near T, overflows where purchases are many and is singular
/// at α = β. Here all terms are positive: with m the smaller of α + t_x and β + t_x, and w = ln(1 + (τ − t_x) / m), the integrand is analytic in the strip |Im w| &lt; π
/// whatever the parameters, its logarithm is concave up to a slow factor, and panels from the steep end inwards need few nodes. P(alive) is 1 / (1 + D), and the density that of a customer alive
/// at T times 1 + D.
/// <para>Source: Fader, Hardie, "A Note on Deriving the Pareto/NBD Model and Related Expressions" (2005), equations (13) to (16), of which D is the integral A₀ set in relation.</para>
/// </remarks>
internal readonly record struct Departure(
    Vector512<double> LogOdds,
    Vector512<double> SilenceAlpha,
    Vector512<double> SilenceBeta,
    Vector512<double> LogAlpha,
    Vector512<double> LogBeta,
    Vector512<double> ShareAlpha,
    Vector512<double> ShareBeta)
{
    // e^−42 is below the rounding of a sum.
    private const double Deepest = 42;
    private const double Slack = 4;

    /// <param name="alphaIsLess">Whether α is less than β.</param>
    /// <param name="p">r + x.</param>
    /// <param name="s">s.</param>
    /// <param name="alpha">α + t_x.</param>
    /// <param name="beta">β + t_x.</param>
    /// <param name="length">T − t_x.</param>
    /// <param name="withMeans">Whether the means are asked for.</param>
    public static Departure Of(
        bool alphaIsLess, Vector512<double> p, double s, Vector512<double> alpha, Vector512<double> beta, Vector512<double> length, bool withMeans)
    {
        Vector512<double> least = alphaIsLess ? alpha : beta;
        Vector512<double> perMost = Vector512<double>.One / (alphaIsLess ? beta : alpha);
        Vector512<double> ratio = least * perMost;
        Vector512<double> ofLeast = alphaIsLess ? p : Vector512.Create(s);
        Vector512<double> ofMost = alphaIsLess ? Vector512.Create(s) : p;
        Vector512<double> width = LaneLogarithm.OnePlus(length / least);
        Vector512<double> widthOfMost = LaneLogarithm.OnePlus(length * perMost);
        Vector512<double> height = Lanes.MultiplyAdd(ofMost, widthOfMost, ofLeast * width);
        Vector512<double> end = Cut(width, height, ratio, ofLeast, ofMost);

        Vector512<double> mass = Vector512<double>.Zero;
        Vector512<double> logLeast = Vector512<double>.Zero;
        Vector512<double> logMost = Vector512<double>.Zero;
        Vector512<double> shareLeast = Vector512<double>.Zero;
        Vector512<double> shareMost = Vector512<double>.Zero;
        do
        {
            Vector512<double> steepness = Slope(end, ratio, ofLeast, ofMost);
            Vector512<double> panel = Lanes.Least(end, Lanes.Least(Vector512.Create(GaussLegendre.PanelWidth), Vector512.Create(GaussLegendre.PanelHeight) / steepness));
            end -= panel;
            for (int i = 0; i < GaussLegendre.Count; i++)
            {
                Vector512<double> w = Lanes.MultiplyAdd(panel, Vector512.Create(GaussLegendre.Nodes[i]), end);
                Vector512<double> past = LaneExponential.MinusOne(w);
                Vector512<double> pastMost = ratio * past;
                Vector512<double> log = LaneLogarithm.OnePlus(pastMost);
                Vector512<double> density = panel * Vector512.Create(GaussLegendre.Weights[i])
                    * LaneExponential.Of(-Lanes.MultiplyAdd(ofMost, log, ofLeast * w));
                Vector512<double> growth = past + Vector512<double>.One;
                Vector512<double> growthMost = pastMost + Vector512<double>.One;
                if (alphaIsLess)
                {
                    density *= ratio * growth / growthMost;
                }

                mass += density;
                if (withMeans)
                {
                    logLeast = Lanes.MultiplyAdd(density, w, logLeast);
                    logMost = Lanes.MultiplyAdd(density, log, logMost);
                    Vector512<double> share = density / (growth * growthMost);
                    shareLeast = Lanes.MultiplyAdd(share, past * growthMost, shareLeast);
                    shareMost = Lanes.MultiplyAdd(share, pastMost * growth, shareMost);
                }
            }
        }
        while (Vector512.GreaterThanAny(end, Vector512<double>.Zero));

        Vector512<double> none = Vector512.LessThanOrEqual(length, Vector512<double>.Zero);
        mass = Vector512.ConditionalSelect(none, Vector512<double>.One, mass);
        Vector512<double> logOdds = Vector512.ConditionalSelect(
            none, Vector512.Create(double.NegativeInfinity), height + LaneLogarithm.Of(mass * Vector512.Create(s)));
        return alphaIsLess
            ? new Departure(logOdds, width, widthOfMost, logLeast / mass, logMost / mass, shareLeast / mass, shareMost / mass)
            : new Departure(logOdds, widthOfMost, width, logMost / mass, logLeast / mass, shareMost / mass, shareLeast / mass);
    }

    /// <summary>Finds where the integrand has fallen so far that the rest does not count.</summary>
    private static Vector512<double> Cut(
        Vector512<double> width, Vector512<double> height, Vector512<double> ratio, Vector512<double> ofLeast, Vector512<double> ofMost)
    {
        // The slow factor may grow by e^width meanwhile.
        Vector512<double> limit = width + Vector512.Create(Deepest);
        Vector512<double> enough = limit + Vector512.Create(Slack);
        Vector512<double> end = width;
        while (Vector512.GreaterThanAny(height, enough))
        {
            // The height is convex: from the right, Newton's steps never go too far.
            Vector512<double> step = (height - limit) / Slope(end, ratio, ofLeast, ofMost);
            end -= Vector512.ConditionalSelect(Vector512.GreaterThan(height, enough), step, Vector512<double>.Zero);
            height = Lanes.MultiplyAdd(ofMost, LaneLogarithm.OnePlus(ratio * LaneExponential.MinusOne(end)), ofLeast * end);
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Slope(Vector512<double> w, Vector512<double> ratio, Vector512<double> ofLeast, Vector512<double> ofMost)
    {
        Vector512<double> pastMost = ratio * LaneExponential.MinusOne(w);
        return Lanes.MultiplyAdd(ofMost, (pastMost + ratio) / (pastMost + Vector512<double>.One), ofLeast);
    }
}
