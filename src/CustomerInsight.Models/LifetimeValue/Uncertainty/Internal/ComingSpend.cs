namespace CustomerInsight.Models;

/// <summary>The distribution of what a customer spends on the purchases to come, as the mean of what several pairs of models say of it.</summary>
/// <remarks>
/// The amounts of n purchases sum to γ + x·m times a beta prime (np, q + px) variable, and n has the distribution of the purchase model.
/// <para>Sources: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), section 2; Dowell, Jarratt, "A modified regula falsi method for computing the
/// root of an equation", BIT 11 (1971).</para>
/// </remarks>
internal sealed class ComingSpend
{
    // Of what is asked to lie above: far less than the precision of an amount.
    private const double LeftOut = 1e-6;
    private const double Precision = 1e-12;
    private const double Farthest = 1e4;
    private const int MostSteps = 200;

    private readonly List<Part> _parts = [];

    /// <param name="models">The pairs of models.</param>
    /// <param name="pattern">When the customer bought again.</param>
    /// <param name="spend">What the customer spent.</param>
    /// <param name="ahead">The time to come.</param>
    /// <param name="tail">The least probability that will be asked for above an amount.</param>
    public ComingSpend(IReadOnlyList<(IPurchaseModel Purchases, GammaGammaModel Spend)> models, RepeatPattern pattern, SpendPattern spend, Duration ahead, double tail)
    {
        int usable = spend.IsUsable ? spend.Purchases : 0;
        double spent = usable > 0 ? spend.Purchases * spend.MeanSpend : 0;
        foreach ((IPurchaseModel purchases, GammaGammaModel amounts) in models)
        {
            double[] probabilities = ComingPurchases.Of(purchases, pattern, ahead, LeftOut * tail);
            _parts.Add(new Part(probabilities, amounts.P, (amounts.P * usable) + amounts.Q, Math.Log(amounts.Gamma + spent)));
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

        // A bracket in the log of the amount.
        double low = _parts[0].LogScale;
        double high = low;
        double below = UpTo(low) - probability;
        double above = below;
        for (double reach = 1; below > 0 && reach < Farthest; reach *= 2)
        {
            (high, above) = (low, below);
            low -= reach;
            below = UpTo(low) - probability;
        }

        for (double reach = 1; above < 0 && reach < Farthest; reach *= 2)
        {
            (low, below) = (high, above);
            high += reach;
            above = UpTo(high) - probability;
        }

        // The Illinois variant of the false position: an end that stays twice counts half.
        int moved = 0;
        for (int step = 0; step < MostSteps && below < 0 && above > 0 && high - low > Precision; step++)
        {
            double middle = ((low * above) - (high * below)) / (above - below);
            double value = UpTo(middle) - probability;
            if (value < 0)
            {
                (low, below, above) = (middle, value, moved < 0 ? above / 2 : above);
                moved = -1;
            }
            else
            {
                (high, above, below) = (middle, value, moved > 0 ? below / 2 : below);
                moved = 1;
            }
        }

        return Math.Exp(Math.Abs(below) < above ? low : high);
    }

    private double UpTo(double logAmount)
    {
        double sum = 0;
        foreach (Part part in _parts)
        {
            sum += part.Probabilities[0];
            for (int n = 1; n < part.Probabilities.Length; n++)
            {
                sum += part.Probabilities[n] * BetaPrime.Lower(n * part.Shape, part.Rates, logAmount - part.LogScale);
            }
        }

        return sum / _parts.Count;
    }

    private sealed record Part(double[] Probabilities, double Shape, double Rates, double LogScale);
}
