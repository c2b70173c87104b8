namespace CustomerInsight.Models;

internal sealed class LifetimeValueFile
{
    /// <summary>The purchase model where it is of the BG/NBD family, as in all files of version 1.</summary>
    public BgNbdFile? Purchases { get; init; }

    public ParetoNbdFile? ParetoNbd { get; init; }

    public NbdFile? Nbd { get; init; }

    public required GammaGammaFile Spend { get; init; }

    public required string Currency { get; init; }

    /// <summary>How far ahead in files of version 1.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>Whether for ever; not in files of version 1, required in later ones.</summary>
    public bool? ForEver { get; init; }

    /// <summary>How far ahead; null for ever.</summary>
    public double? Horizon { get; init; }

    public string? HorizonUnit { get; init; }

    /// <summary>The rate in files of version 1, which were of steps, too; now as of the moment of each purchase.</summary>
    public double? AnnualDiscountRate { get; init; }

    public double? ContinuousRatePerYear { get; init; }

    public static LifetimeValueFile From(LifetimeValueModel model) => model.Purchases is not (BgNbdModel or ParetoNbdModel or NbdModel) ? throw NoFile(model.Purchases) : new()
    {
        Purchases = model.Purchases is BgNbdModel bgNbd ? BgNbdFile.From(bgNbd) : null,
        ParetoNbd = model.Purchases is ParetoNbdModel paretoNbd ? ParetoNbdFile.From(paretoNbd) : null,
        Nbd = model.Purchases is NbdModel nbd ? NbdFile.From(nbd) : null,
        Spend = GammaGammaFile.From(model.Spend),
        Currency = model.Currency,
        ForEver = model.Horizon.IsForever,
        Horizon = model.Horizon.IsForever ? null : model.Horizon.Length,
        HorizonUnit = model.Horizon.Unit.ToString(),
        ContinuousRatePerYear = model.Rate.ContinuousPerYear,
    };

    public LifetimeValueModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Spend);
        return new LifetimeValueModel(PurchaseModel(), Spend.ToModel(), Currency, HorizonOf(), RateOf());
    }

    private IPurchaseModel PurchaseModel() =>
        (IPurchaseModel?)Purchases?.ToModel() ?? (IPurchaseModel?)ParetoNbd?.ToModel() ?? Nbd?.ToModel() ?? throw new ArgumentException("There is no purchase model in the file.", nameof(Purchases));

    private Duration HorizonOf() =>
        HorizonDays is int days ? Duration.Days(days)
        : new Duration(LengthOf(), EnumName.Parse<TimeUnit>(HorizonUnit));

    private double LengthOf() => (ForEver, Horizon) switch
    {
        (true, null) => double.PositiveInfinity,
        (false, double length) when double.IsFinite(length) => length,
        _ => throw new ArgumentException("There is no horizon in the file, or two.", nameof(Horizon)),
    };

    private DiscountRate RateOf() =>
        AnnualDiscountRate is double annual ? DiscountRate.Annual(annual)
        : DiscountRate.Continuous(TimeUnit.Year, ContinuousRatePerYear ?? throw new ArgumentException("There is no discount rate in the file.", nameof(ContinuousRatePerYear)));

    private static NotSupportedException NoFile(IPurchaseModel model) =>
        new($"{model.GetType().Name} is a model of the host's own, which has no place in the file. Save it yourself, and join it with the spend model again after loading.");
}
