namespace CustomerInsight.Matching.Tests;

/// <summary>Checks a law in many worlds.</summary>
internal static class Worlds
{
    public static void Check(int count, Func<ulong, Task> law) => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed => law((ulong)seed).GetAwaiter().GetResult()).Check(Quick.Tests(count));

    /// <summary>Checks a law in worlds to which some has happened.</summary>
    public static void Check(int count, int steps, Func<IdentityWorld, ulong, Task> law) => Check(count, async seed =>
    {
        IdentityWorld world = await IdentityWorld.CreateAsync(seed);
        await world.StepsAsync(steps);
        await law(world, seed);
        await world.Graph.DisposeAsync();
    });

    /// <summary>All that a caller may see of a graph, as text: profiles by id with their values, earlier ids, decisions.</summary>
    public static async Task<string> SeenAsync(IdentityWorld world, bool withPrevious = true) => string.Join(
        '\n',
        world.Profiles().Values.OrderBy(static profile => profile.Id).Select(profile => $"{profile.Id} {string.Join(' ', profile.Records)} before {string.Join(' ', withPrevious ? profile.PreviousIds : default)} {IdentityWorld.Values([profile])}")
            .Concat((await world.Graph.DecisionsAsync()).Select(static decision => $"{decision.Number} {decision.Kind} {string.Join(' ', decision.Left)} / {string.Join(' ', decision.Right)} {decision.Note?.Author} {decision.Note?.Reason} {decision.IsFollowed}")));
}
