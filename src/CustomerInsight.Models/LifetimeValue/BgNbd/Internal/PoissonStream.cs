namespace CustomerInsight.Models;

/// <summary>Purchases at random times: at time t there are λe^(−λpt) to expect, so that discounted up to h they are λ(1 − e^(−ch)) / c, c = λp + δ.</summary>
internal sealed class PoissonStream(DropOutNodes dropOuts, double horizon, double delta) : IPurchaseStream
{
    public double PurchasesOverRate(double rate)
    {
        double sum = 0;
        for (int i = 0; i < dropOuts.Weights.Length; i++)
        {
            double speed = (rate * dropOuts.Probabilities[i]) + delta;
            sum += dropOuts.Weights[i] * (speed == 0 ? horizon : -Numeric.ExpM1(-speed * horizon) / speed);
        }

        return sum;
    }
}
