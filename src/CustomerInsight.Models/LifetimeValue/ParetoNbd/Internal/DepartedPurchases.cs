using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>How probable it is that a customer buys n times and leaves, both within a time: ∫ P(N(τ) = n) s β^s / (β + τ)^(s + 1) dτ over 0 ≤ τ ≤ t, with N(τ) negative binomial (r, τ / (α + τ)).</summary>
/// <remarks>
/// In y = ln τ the integrand is analytic in the strip |Im y| &lt; π and its logarithm concave, with the mode in closed form. Panels run from both ends, where it has vanished, to the mode.
/// <para>Source: Fader, Hardie, "Deriving an Expression for P(X(t) = x) Under the Pareto/NBD Model" (2006), equation (3).</para>
/// </remarks>
internal sealed class DepartedPurchases(double r, double alpha, double s, double beta, int purchases)
{
    private const double Deepest = 42;

    /// <param name="time">The time.</param>
    /// <param name="logChoices">What <see cref="NbdCounts.LogChoices"/> is for r and n.</param>
    public double Within(double time, double logChoices)
    {
        double mode = Mode();
        double right = Math.Log(time);
        double top = Math.Min(mode, right);
        double peak = LogDensity(top);
        double left = top - Reach(top, peak, -Deepest / (purchases + 1));
        double sum = Side(left, top, peak);
        if (right > top)
        {
            right = Math.Min(right, top + Reach(top, peak, Deepest / (r + s)));
            sum += Side(right, top, peak);
        }

        return sum * Math.Exp(peak + logChoices + Math.Log(s / beta));
    }

    /// <summary>Where the density of y is highest: the positive root of (r + s) τ² − (α (n − s) + β (1 − r)) τ − (n + 1) α β = 0.</summary>
    private double Mode()
    {
        double half = ((alpha * (purchases - s)) + (beta * (1 - r))) / 2;
        double constant = (purchases + 1) * alpha * beta;
        double root = Math.Sqrt((half * half) + ((r + s) * constant));
        return Math.Log(half > 0 ? (half + root) / (r + s) : constant / (root - half));
    }

    private double Reach(double top, double peak, double step)
    {
        // The slope is nowhere steeper than it is far out, so the first step is never too long.
        while (peak - LogDensity(top + step) < Deepest)
        {
            step *= 1.5;
        }

        return Math.Abs(step);
    }

    private double Side(double outer, double top, double peak)
    {
        double sum = 0;
        while (outer != top)
        {
            double panel = Math.Min(Math.Abs(top - outer), Math.Min(GaussLegendre.PanelWidth, GaussLegendre.PanelHeight / Math.Abs(Slope(outer))));
            double inner = panel == Math.Abs(top - outer) ? top : outer + Math.CopySign(panel, top - outer);
            sum += Panel(Math.Min(outer, inner), panel, peak);
            outer = inner;
        }

        return sum;
    }

    private double Panel(double from, double length, double peak)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i < GaussLegendre.Count; i += Lanes.Count)
        {
            Vector512<double> y = Lanes.MultiplyAdd(Vector512.Create(GaussLegendre.Nodes[i..]), Vector512.Create(length), Vector512.Create(from));
            Vector512<double> time = LaneExponential.Of(y);
            Vector512<double> log = y - (Vector512.Create((double)purchases) * LaneLogarithm.OnePlus(Vector512.Create(alpha) / time))
                - (Vector512.Create(r) * LaneLogarithm.OnePlus(time / Vector512.Create(alpha)))
                - (Vector512.Create(s + 1) * LaneLogarithm.OnePlus(time / Vector512.Create(beta)));
            Vector512<double> density = LaneExponential.Of(log - Vector512.Create(peak));
            sum = Lanes.MultiplyAdd(Vector512.Create(GaussLegendre.Weights[i..]), density, sum);
        }

        return length * Lanes.Sum(sum);
    }

    private double LogDensity(double y)
    {
        double time = Math.Exp(y);
        return y - (purchases * Numeric.Log1P(alpha / time)) - (r * Numeric.Log1P(time / alpha)) - ((s + 1) * Numeric.Log1P(time / beta));
    }

    private double Slope(double y)
    {
        double time = Math.Exp(y);
        return 1 + (purchases * alpha / (alpha + time)) - (r * time / (alpha + time)) - ((s + 1) * time / (beta + time));
    }
}
