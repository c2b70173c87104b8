namespace CustomerInsight.Models;

internal sealed class AliveChurnFile
{
    /// <summary>The purchase model where it is of the BG/NBD family.</summary>
    public BgNbdFile? BgNbd { get; init; }

    public ParetoNbdFile? ParetoNbd { get; init; }

    public NbdFile? Nbd { get; init; }

    public required double Horizon { get; init; }

    public required string HorizonUnit { get; init; }

    public static AliveChurnFile From(AliveChurnModel model) => model.Purchases is not (BgNbdModel or ParetoNbdModel or NbdModel)
        ? throw new NotSupportedException($"{model.Purchases.GetType().Name} is a model of the host's own, which has no place in the file. Save it yourself, and make the churn model again after loading.")
        : new()
        {
            BgNbd = model.Purchases is BgNbdModel bgNbd ? BgNbdFile.From(bgNbd) : null,
            ParetoNbd = model.Purchases is ParetoNbdModel paretoNbd ? ParetoNbdFile.From(paretoNbd) : null,
            Nbd = model.Purchases is NbdModel nbd ? NbdFile.From(nbd) : null,
            Horizon = model.Horizon.Length,
            HorizonUnit = model.Horizon.Unit.ToString(),
        };

    public AliveChurnModel ToModel() => new(
        (IPurchaseModel?)BgNbd?.ToModel() ?? (IPurchaseModel?)ParetoNbd?.ToModel() ?? Nbd?.ToModel() ?? throw new ArgumentException("There is no purchase model in the file.", nameof(BgNbd)),
        new Duration(Horizon, EnumName.Parse<TimeUnit>(HorizonUnit)));
}
