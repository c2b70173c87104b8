namespace CustomerInsight.Models;

/// <summary>How customers of one model live: what each is given at the first purchase.</summary>
internal abstract class PurchaseProcess
{
    public static PurchaseProcess Of(IPurchaseModel model) => model switch
    {
        BgNbdModel bgNbd => new BgNbdProcess(bgNbd),
        ParetoNbdModel paretoNbd => new ParetoNbdProcess(paretoNbd),
        NbdModel nbd => new NbdProcess(nbd),
        _ => throw new ArgumentException($"How customers of the model {model.Name} live is not known here, so none can be drawn. Use one of the models of this library.", nameof(model)),
    };

    /// <summary>Starts a life with the first purchase.</summary>
    /// <param name="random">The customer's own draws, for the whole of the life.</param>
    public abstract PurchasePath Start(SeededRandom random);
}
