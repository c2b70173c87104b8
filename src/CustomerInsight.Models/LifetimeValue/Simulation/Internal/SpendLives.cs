namespace CustomerInsight.Models;

/// <summary>The amounts of numbered customers, each out of draws of its own.</summary>
/// <remarks>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), section 2: amounts are gamma (p, ν), ν is gamma (q, γ).</remarks>
internal sealed class SpendLives(GammaGammaModel model, ulong seed)
{
    public double Mean(int customer) => model.P / Rate(CustomerDraws.Of(seed, customer, CustomerDraws.Spend));

    public double MeanOfRepeats(int customer, int repeats)
    {
        if (repeats == 0)
        {
            return 0;
        }

        SeededRandom random = CustomerDraws.Of(seed, customer, CustomerDraws.Spend);
        double rate = Rate(random);
        _ = random.NextGamma(model.P, rate);
        double sum = 0;
        for (int i = 0; i < repeats; i++)
        {
            sum += random.NextGamma(model.P, rate);
        }

        return sum / repeats;
    }

    public IEnumerable<double> Amounts(int customer)
    {
        SeededRandom random = CustomerDraws.Of(seed, customer, CustomerDraws.Spend);
        double rate = Rate(random);
        while (true)
        {
            yield return random.NextGamma(model.P, rate);
        }
    }

    // A rate too small for a double would be none at all.
    private double Rate(SeededRandom random) => Math.Max(double.Epsilon, random.NextGamma(model.Q, model.Gamma));
}
