namespace CustomerInsight.Models;

/// <summary>The lives of numbered customers, each out of draws of its own: a life can be lived again at any time, and for longer.</summary>
internal sealed class PurchaseLives(PurchaseProcess process, ulong seed)
{
    /// <summary>Draws from [0, 1) for when the customer became known.</summary>
    public double TenureDraw(int customer) => CustomerDraws.Of(seed, customer, CustomerDraws.Tenure).NextDouble();

    public PurchasePath Start(int customer) => process.Start(CustomerDraws.Of(seed, customer, CustomerDraws.Purchases));

    /// <summary>Watches a customer.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="tenureDays">For how long.</param>
    /// <param name="path">What is known of the customer by then.</param>
    /// <returns>What was seen: not valid where the customer bought too often to be one.</returns>
    public RepeatPattern Watch(int customer, double tenureDays, out PurchasePath path)
    {
        path = Start(customer);
        int repeats = 0;
        double active = 0;
        for (double at = path.Next(); at <= tenureDays && repeats <= RepeatPattern.MostRepeats; at = path.Next())
        {
            repeats++;
            active = at;
        }

        return new RepeatPattern(repeats, active, tenureDays);
    }
}
