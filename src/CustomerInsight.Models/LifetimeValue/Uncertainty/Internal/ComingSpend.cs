namespace CustomerInsight.Models;

/// <summary>The distribution of what a customer spends on the purchases to come, as the mean of what several pairs of models say of it.</summary>
/// <remarks>
/// The amounts of n purchases sum to γ + x·m times a beta prime (np, q + px) variable, and n has the distribution of the purchase model.
/// <para>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), section 2.</para>
/// </remarks>
internal sealed class ComingSpend
{
    // Of what is asked to lie above: far less than the precision of an amount.
    private const double LeftOut = 1e-6;
    private const double Precision = 1e-11;
    private const double LongestStep = 2;
    private const int MostSteps = 1_000;

    // So many purchases or fewer are taken one by one; of more, neighbours together that differ by one part in so many: an interval misses its level by some 0.00001.
    private const int Fineness = 2_048;

    // Of a number of purchases: all such together are far less than what is left out.
    private const double Negligible = 1e-16;

    private readonly List<Part> _parts = [];

    /// <param name="models">The pairs of models.</param>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="spend">What the customer spent.</param>
    /// <param name="ahead">The time to come.</param>
    /// <param name="tail">The least probability that will be asked for above an amount.</param>
    public ComingSpend(IReadOnlyList<(IPurchaseModel Purchases, GammaGammaModel Spend)> models, RepeatPattern pattern, SpendPattern spend, Duration ahead, double tail)
    {
        (int usable, double mean) = spend.Learnt;
        double spent = usable * mean;
        foreach ((IPurchaseModel purchases, GammaGammaModel amounts) in models)
        {
            double[] probabilities = ComingPurchases.Of(purchases, pattern, ahead, LeftOut * tail);
            (double[] numbers, double[] weights) = Grouped(probabilities);
            _parts.Add(new Part(probabilities[0], numbers, weights, amounts.P, (amounts.P * usable) + amounts.Q, Math.Log(amounts.Gamma + spent)));
            Nothing += probabilities[0] / models.Count;
        }
    }

    /// <summary>How probable it is that the customer spends nothing.</summary>
    public double Nothing { get; }

    /// <summary>The amount that the customer spends, or less, with a probability.</summary>
    public double Quantile(double probability)
    {
        if (probability <= Nothing)
        {
            return 0;
        }

        // Newton's method in the log of the amount; where a step would leave the range known to hold the quantile, half of the range.
        double low = double.NegativeInfinity;
        double high = double.PositiveInfinity;
        double at = _parts[0].Start;
        for (int step = 0; step < MostSteps && high - low > Precision; step++)
        {
            (double upTo, double density) = At(at);
            if (upTo < probability)
            {
                low = at;
            }
            else
            {
                high = at;
            }

            double move = Math.Clamp((probability - upTo) / density, -LongestStep, LongestStep);
            double next = double.IsNaN(move) ? at + (upTo < probability ? LongestStep : -LongestStep) : at + move;
            if (Math.Abs(next - at) <= Precision)
            {
                return Math.Exp(next);
            }

            at = next > low && next < high ? next : (low + high) / 2;
        }

        return Math.Exp(at);
    }

    private (double UpTo, double Density) At(double logAmount)
    {
        double sum = 0;
        double densities = 0;
        foreach (Part part in _parts)
        {
            sum += part.Nothing;
            for (int i = 0; i < part.Numbers.Length; i++)
            {
                (double lower, double density) = BetaPrime.LowerAndDensity(part.Numbers[i] * part.Shape, part.Rates, part.LogScales[i], logAmount - part.LogAmount);
                sum += part.Probabilities[i] * lower;
                densities += part.Probabilities[i] * density;
            }
        }

        return (sum / _parts.Count, densities / _parts.Count);
    }

    /// <summary>Numbers of purchases from 1 on, or the means of neighbouring ones, with their probabilities.</summary>
    private static (double[] Numbers, double[] Probabilities) Grouped(double[] probabilities)
    {
        var numbers = new List<double>();
        var weights = new List<double>();
        int width = 1;
        for (int from = 1; from < probabilities.Length; from += width)
        {
            width = Math.Min(Math.Max(1, from / Fineness), probabilities.Length - from);
            double weight = 0;
            double purchases = 0;
            for (int n = from; n < from + width; n++)
            {
                weight += probabilities[n];
                purchases += n * probabilities[n];
            }

            if (weight > Negligible)
            {
                numbers.Add(width == 1 ? from : purchases / weight);
                weights.Add(weight);
            }
        }

        return ([.. numbers], [.. weights]);
    }

    /// <param name="Nothing">How probable it is that there are no purchases.</param>
    /// <param name="Numbers">Numbers of purchases above 0.</param>
    /// <param name="Probabilities">How probable each is.</param>
    /// <param name="Shape">The shape of one amount.</param>
    /// <param name="Rates">The shape of the customer's rate.</param>
    /// <param name="LogAmount">The log of γ + x·m.</param>
    private sealed record Part(double Nothing, double[] Numbers, double[] Probabilities, double Shape, double Rates, double LogAmount)
    {
        public double[] LogScales { get; } = Array.ConvertAll(Numbers, number => BetaPrime.LogScale(number * Shape, Rates));

        /// <summary>About the log of what is spent by one who buys as often as such customers do.</summary>
        public double Start => LogAmount + Math.Log(Math.Max(1, Numbers.Zip(Probabilities, static (number, probability) => number * probability).Sum()) * Shape / Rates);
    }
}
