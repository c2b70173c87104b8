using System.Text;

namespace CustomerInsight.Matching.Tests;

/// <summary>What tests do with ledgers in memory.</summary>
internal static class Ledgers
{
    public static async Task<List<IdentityBlock>> BlocksAsync(IIdentityStore store)
    {
        var blocks = new List<IdentityBlock>();
        await foreach (IdentityBlock block in store.ReadAsync(string.Empty, 0, default))
        {
            blocks.Add(block);
        }

        return blocks;
    }

    public static async Task<InMemoryIdentityStore> CopyAsync(IIdentityStore store)
    {
        var copy = new InMemoryIdentityStore();
        foreach (IdentityBlock block in await BlocksAsync(store))
        {
            await copy.AppendAsync(string.Empty, block.Number, block, default);
        }

        return copy;
    }

    /// <summary>Whether any entry holds a text.</summary>
    public static async Task<bool> HoldAsync(IIdentityStore store, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return (await BlocksAsync(store)).Exists(block => block.Entries.Any(entry => !entry.IsErased && entry.Content.Span.IndexOf(bytes) >= 0));
    }

    /// <summary>The same setup over another store, with a clock of its own.</summary>
    public static IdentitySetup Over(this IdentitySetup setup, IIdentityStore store, int threads = 0) => new()
    {
        Store = store,
        Tenant = setup.Tenant,
        Design = setup.Design,
        Options = setup.Options,
        Trainer = setup.Trainer,
        Clusterer = setup.Clusterer,
        DuplicateFreeSources = setup.DuplicateFreeSources,
        Clock = new CountingClock(),
        MaxDegreeOfParallelism = threads,
    };
}
