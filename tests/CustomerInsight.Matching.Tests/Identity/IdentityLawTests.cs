namespace CustomerInsight.Matching.Tests;

/// <summary>The laws of identity over random interleavings of everything that can be done to a graph.</summary>
public sealed class IdentityLawTests
{
    private const int Steps = 25;

    [Fact]
    public void AnyInterleaving_IsWhatABatchRunMakesOfTheSameRecords() => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed => RunAsync((ulong)seed).GetAwaiter().GetResult()).Check(Quick.Tests(50));

    private static async Task RunAsync(ulong seed)
    {
        IdentityWorld world = await IdentityWorld.CreateAsync(seed);
        var done = new List<string> { "create" };
        for (int step = 0; step < Steps; step++)
        {
            done.Add(await world.StepAsync());
            (string partition, string values) = await world.BatchAsync();
            Assert.True(partition == world.Partition(), $"seed {seed}: {string.Join(' ', done)}\nbatch\n{partition}\nlive\n{world.Partition()}");
            Assert.Equal(values, IdentityWorld.Values(world.Profiles().Values));
            world.CheckIds();
        }

        await world.Graph.DisposeAsync();
    }
}
