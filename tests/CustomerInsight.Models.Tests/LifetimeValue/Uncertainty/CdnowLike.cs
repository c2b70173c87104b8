namespace CustomerInsight.Models.Tests;

/// <summary>Customers drawn from the BG/NBD model of the CDNOW customers, observed for as long.</summary>
internal static class CdnowLike
{
    public static readonly BgNbdModel Model = new(0.243, 4.414, 0.793, 2.426, TimeUnit.Week);

    public static IReadOnlyList<RepeatPattern> Patterns(int customers, ulong seed = 5) =>
        new PurchaseSimulator(Model, new SimulationOptions { Seed = seed }).Simulate(customers, Duration.Weeks(27), Duration.Weeks(39)).Patterns;
}
