using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Purchases at random times: at time t there are λe^(−λpt) to expect, so that discounted up to h they are λ(1 − e^(−ch)) / c, c = λp + δ.</summary>
internal sealed class PoissonStream(DropOutNodes dropOuts, double horizon, double delta) : IPurchaseStream
{
    // Below it e^x − 1 is −1.
    private const double SmallestExponent = -700;

    public double PurchasesOverRate(double rate)
    {
        ref double probabilities = ref MemoryMarshal.GetArrayDataReference(dropOuts.Probabilities);
        ref double weights = ref MemoryMarshal.GetArrayDataReference(dropOuts.Weights);
        bool isForever = double.IsPositiveInfinity(horizon);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i < dropOuts.Length; i += Lanes.Count)
        {
            Vector512<double> speed = Lanes.MultiplyAdd(Vector512.Create(rate), Vector512.LoadUnsafe(ref probabilities, (nuint)i), Vector512.Create(delta));
            Vector512<double> share = Vector512.LoadUnsafe(ref weights, (nuint)i) / speed;
            sum = isForever ? sum + share
                : sum - (share * LaneExponential.MinusOne(Lanes.Greatest(Vector512.Create(SmallestExponent), Vector512.Create(-horizon) * speed)));
        }

        return Lanes.Sum(sum);
    }
}
