namespace CustomerInsight.Models;

/// <summary>Customers who buy for an exponential lifetime of their own.</summary>
/// <remarks>Sources: those of <see cref="ParetoNbdModel"/>.</remarks>
internal sealed class ParetoNbdProcess(ParetoNbdModel model) : PurchaseProcess
{
    private readonly double _alphaDays = model.Alpha * model.Unit.Days();
    private readonly double _betaDays = model.Beta * model.Unit.Days();

    public override PurchasePath Start(SeededRandom random)
    {
        double rate = random.NextGamma(model.R, _alphaDays);
        double dropOut = random.NextGamma(model.S, _betaDays);
        return new PurchasePath(random, rate) { DropOutPerDay = dropOut, LeavesAt = random.NextExponential(dropOut) };
    }
}
