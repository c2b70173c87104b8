namespace CustomerInsight.Models;

/// <summary>Customers who toss a coin of their own after each purchase, and leave for good when it says so.</summary>
/// <remarks>Sources: those of <see cref="BgNbdModel"/>.</remarks>
internal sealed class BgNbdProcess(BgNbdModel model) : PurchaseProcess
{
    private readonly double _alphaDays = model.Alpha * model.Unit.Days();

    public override PurchasePath Start(SeededRandom random)
    {
        double rate = random.NextGamma(model.R, _alphaDays);
        var path = new PurchasePath(random, rate) { Stages = model.Regularity, DropOutProbability = random.NextBeta(model.A, model.B) };
        if (model.Variant == BgNbdVariant.Modified)
        {
            path.TossCoin();
        }

        return path;
    }
}
