namespace CustomerInsight.Models;

internal sealed class LifetimeValueFile
{
    public required BgNbdFile Purchases { get; init; }

    public required GammaGammaFile Spend { get; init; }

    public required string Currency { get; init; }

    public required int HorizonDays { get; init; }

    public required double AnnualDiscountRate { get; init; }

    public required int StepDays { get; init; }

    public static LifetimeValueFile From(LifetimeValueModel model) => new()
    {
        Purchases = BgNbdFile.From(model.Purchases),
        Spend = GammaGammaFile.From(model.Spend),
        Currency = model.Currency,
        HorizonDays = model.HorizonDays,
        AnnualDiscountRate = model.AnnualDiscountRate,
        StepDays = model.StepDays,
    };

    public LifetimeValueModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Purchases);
        ArgumentNullException.ThrowIfNull(Spend);
        return new LifetimeValueModel(Purchases.ToModel(), Spend.ToModel(), Currency, HorizonDays, AnnualDiscountRate, StepDays);
    }
}
