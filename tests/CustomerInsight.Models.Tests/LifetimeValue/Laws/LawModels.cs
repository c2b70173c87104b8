namespace CustomerInsight.Models.Tests;

/// <summary>The models that the laws are held against, and what their common interface does not say of them.</summary>
internal static class LawModels
{
    /// <summary>Models of the literature, and others with the singular places of the published formulas.</summary>
    public static IPurchaseModel[] All { get; } =
    [
        .. SimulatedModels.All,
        new BgNbdModel(2, 10, 1, 1, TimeUnit.Day),
        new BgNbdModel(0.3, 0.2, 0.01, 0.9, TimeUnit.Month),
        new BgNbdModel(1.5, 5, 30, 4, TimeUnit.Week, BgNbdVariant.Modified, 4),
        new ParetoNbdModel(0.8, 5, 1, 5, TimeUnit.Week),
        new ParetoNbdModel(0.553, 10.578, 2, 1e4, TimeUnit.Day),
        new NbdModel(3, 0.5, TimeUnit.Month),
    ];

    /// <summary>Patterns of many kinds; of purchases of one moment, of customers just seen, of none.</summary>
    public static Gen<RepeatPattern> Pattern { get; } =
        from repeats in Gen.Frequency((3, Gen.Constant(0)), (6, Gen.Choose(1, 12)), (1, Gen.Choose(13, 400)))
        from tenure in Gen.Choose(0, 7_000)
        from share in Gen.Frequency((1, Gen.Constant(0)), (8, Gen.Choose(0, 1_000)), (1, Gen.Constant(1_000)))
        select new RepeatPattern(repeats, repeats == 0 ? 0 : tenure / 10.0 * (share / 1_000.0), tenure / 10.0);

    /// <summary>Patterns of up to 10,000 repeats in up to 100,000 days.</summary>
    public static Gen<RepeatPattern> ExtremePattern { get; } =
        from repeats in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 400).Select(static log => (int)Math.Pow(10, log / 100.0))))
        from tenure in Gen.Choose(-300, 500).Select(static log => Math.Pow(10, log / 100.0))
        from share in Gen.Choose(0, 100)
        select new RepeatPattern(repeats, repeats == 0 ? 0 : tenure * (share / 100.0), tenure);

    public static IPurchaseModel In(IPurchaseModel model, TimeUnit unit) => model switch
    {
        BgNbdModel bgNbd => bgNbd.In(unit),
        ParetoNbdModel paretoNbd => paretoNbd.In(unit),
        NbdModel nbd => nbd.In(unit),
        _ => throw new ArgumentException("The laws do not know the model."),
    };

    public static IPurchaseModel SaveAndLoad(IPurchaseModel model)
    {
        using var file = new MemoryStream();
        switch (model)
        {
            case BgNbdModel bgNbd:
                bgNbd.Save(file);
                file.Position = 0;
                return BgNbdModel.Load(file);
            case ParetoNbdModel paretoNbd:
                paretoNbd.Save(file);
                file.Position = 0;
                return ParetoNbdModel.Load(file);
            case NbdModel nbd:
                nbd.Save(file);
                file.Position = 0;
                return NbdModel.Load(file);
            default:
                throw new ArgumentException("The laws do not know the model.");
        }
    }
}
