namespace CustomerInsight.Models.Tests;

/// <summary>Models of each kind that customers can be drawn from, with parameters of the literature or near them.</summary>
internal static class SimulatedModels
{
    public static IPurchaseModel[] All { get; } =
    [
        new BgNbdModel(0.243, 4.414, 0.793, 2.426, TimeUnit.Week),
        new BgNbdModel(0.525, 6.183, 0.891, 1.614, TimeUnit.Week, BgNbdVariant.Modified),
        new BgNbdModel(4, 60, 1, 3, TimeUnit.Day),
        new BgNbdModel(0.9, 4, 0.944, 2.074, TimeUnit.Week, regularity: 2),
        new BgNbdModel(0.533, 1.258, 1.289, 1.845, TimeUnit.Week, BgNbdVariant.Modified, 3),
        new ParetoNbdModel(0.553, 10.578, 0.606, 11.669, TimeUnit.Week),
        new ParetoNbdModel(2, 1, 3, 1, TimeUnit.Month),
        new NbdModel(0.385, 12.072, TimeUnit.Week),
    ];
}
