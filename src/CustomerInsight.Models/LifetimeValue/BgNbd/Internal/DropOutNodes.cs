namespace CustomerInsight.Models;

/// <summary>Nodes and weights of the trapezoidal rule in u = ln(p / (1 − p)) for means over a drop-out p ~ Beta(a, b).</summary>
/// <remarks>
/// The density of u is analytic in |Im u| &lt; π and falls like e^(au) and e^(−bu): the error falls like exp(−π²/h).
/// <para>Source: Trefethen, Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56(3), 2014.</para>
/// </remarks>
internal sealed class DropOutNodes
{
    /// <summary>e^−39 is below what a sum of doubles notices.</summary>
    public const double Drop = 39;

    /// <param name="a">The first parameter.</param>
    /// <param name="b">The second.</param>
    /// <param name="scale">The functions to be averaged are constant where p is far below 1 / scale, and where 1 − p is far below 1.</param>
    public DropOutNodes(double a, double b, double scale)
    {
        double mode = Math.Log(a / b);
        double step = 0.25 * Math.Min(1, 2 * Math.Sqrt((1 / a) + (1 / b)));
        double peak = LogDensity(mode);
        double lowest = Math.Min(mode, -Numeric.Log1P(scale)) - Drop;
        double highest = Math.Max(mode, 0) + Drop;
        int first = 0;
        while (mode + (first * step) > lowest && LogDensity(mode + (first * step)) - peak > -Drop)
        {
            first--;
        }

        int last = 0;
        while (mode + (last * step) < highest && LogDensity(mode + (last * step)) - peak > -Drop)
        {
            last++;
        }

        Length = last - first + 1;
        Probabilities = new double[(Length + Lanes.Count - 1) / Lanes.Count * Lanes.Count];
        LogStays = new double[Probabilities.Length];
        Weights = new double[Probabilities.Length];
        double mass = 0;
        for (int i = 0; i < Length; i++)
        {
            double u = mode + ((first + i) * step);
            Probabilities[i] = Numeric.Logistic(-u);
            LogStays[i] = -Numeric.Softplus(u);
            Weights[i] = Math.Exp(LogDensity(u) - peak);

            // Beyond the ends the density is e^(au) and e^(−bu), and nothing else changes: the rest of the sum is a geometric series.
            Weights[i] += i == 0 ? Weights[i] / Numeric.ExpM1(a * step) : 0;
            Weights[i] += i == Length - 1 ? Weights[i] / Numeric.ExpM1(b * step) : 0;
            mass += Weights[i];
        }

        for (int i = 0; i < Length; i++)
        {
            Weights[i] /= mass;
        }

        Probabilities.AsSpan(Length).Fill(1);

        double LogDensity(double u) => -(a * Numeric.Softplus(-u)) - (b * Numeric.Softplus(u));
    }

    /// <summary>Gets how many nodes there are; the columns are filled up to whole lanes with nodes of p = 1 and weight 0.</summary>
    public int Length { get; }

    /// <summary>Gets p at each node.</summary>
    public double[] Probabilities { get; }

    /// <summary>Gets ln(1 − p) at each node.</summary>
    public double[] LogStays { get; }

    /// <summary>Gets the weights, which sum to 1.</summary>
    public double[] Weights { get; }
}
