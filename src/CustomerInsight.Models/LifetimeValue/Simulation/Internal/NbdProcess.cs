namespace CustomerInsight.Models;

/// <summary>Customers who buy for ever.</summary>
/// <remarks>Sources: those of <see cref="NbdModel"/>.</remarks>
internal sealed class NbdProcess(NbdModel model) : PurchaseProcess
{
    private readonly double _alphaDays = model.Alpha * model.Unit.Days();

    public override PurchasePath Start(SeededRandom random) => new(random, random.NextGamma(model.R, _alphaDays));
}
