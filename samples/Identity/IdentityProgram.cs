using System.Globalization;
using CustomerInsight;
using CustomerInsight.Matching;
using CustomerInsight.Sources;
using CustomerInsight.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IdentitySample;

/// <summary>A day in the life of an identity graph: a first run, a record that comes in online, a wrong merge undone, the next run, and the audit.</summary>
internal static class IdentityProgram
{
    private const string Usage = "Usage: dotnet run -c Release --project samples/Identity -- [FILE...]   (records as CSV or JSON Lines; without a file, synthetic customers)";
    private const int Synthetic = 5_000;

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the command line cannot be understood, 130 stopped.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (args.Any(static arg => arg.StartsWith('-')))
        {
            error.WriteLine(Usage);
            return 2;
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            await RunAsync(Sources(args), screen, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped.");
            return 130;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SourceFormatException or ArgumentException or InvalidOperationException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    private static IReadOnlyList<IRecordSource> Sources(string[] files) => files.Length == 0
        ? SyntheticCustomers.Generate(new SyntheticOptions { Records = Synthetic }).RecordSources
        : [.. files.Select(static file => file.Contains(".json", StringComparison.OrdinalIgnoreCase) ? (IRecordSource)new JsonLinesRecordSource(file) : new CsvRecordSource(file))];

    private static async Task RunAsync(IReadOnlyList<IRecordSource> sources, TextWriter screen, CancellationToken cancellationToken)
    {
        // The ledger is in memory here; a host gives a store over its own database.
        var store = new InMemoryIdentityStore();
        var services = new ServiceCollection();
        services.AddCustomerInsight(insight =>
        {
            foreach (IRecordSource source in sources)
            {
                insight.AddSource(source);
            }

            insight.AddMatching(match => match.People()).AddIdentity(store);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        IInsightEngine engine = provider.GetRequiredService<IInsightEngine>();
        var graph = provider.GetRequiredService<IdentityGraph>();

        Title(screen, "The first run gives every customer an id");
        InsightRun run = await engine.RunAsync(null, cancellationToken);
        screen.WriteLine($"{run.Records.Count:#,0} records are {run.Profiles.Count:#,0} customers");
        if (run.Profiles.Where(static profile => profile.Records.Count > 1).MaxBy(static profile => (profile.Records.Count, -profile.Id.Value)) is not { } customer)
        {
            screen.WriteLine("No two of the records are one customer, so there is nothing more to show.");
            return;
        }

        Title(screen, "A record comes in online: first a preview, then for real");
        SourceRecord newcomer = Again(run.Records.Records.First(record => record.Key == customer.Records[0]));
        Resolution preview = await graph.PreviewAsync(newcomer, cancellationToken);
        screen.WriteLine($"it would be: {preview.Kind} {preview.ProfileId}; nothing is written, the ledger has {graph.Cursor} blocks");
        Resolution resolution = await graph.ResolveAsync(newcomer, cancellationToken);
        screen.WriteLine(resolution.Explain());

        Title(screen, "A steward takes a wrong merge apart; the next run does not put it together again");
        StewardAction unmerge = StewardAction.Unmerge(customer.Id, customer.Records[0]);
        Write(screen, "preview: ", await graph.PreviewAsync(unmerge, cancellationToken));
        StewardResult undone = await graph.DecideAsync(unmerge, "sample steward", "she called: that account is her sister's", cancellationToken);
        Write(screen, "done:    ", undone);
        await engine.RunAsync(null, cancellationToken);
        screen.WriteLine($"after another run the record is in {graph.Find(customer.Records[0])!.Id}, the others in {graph.Find(customer.Records[1])!.Id}");
        Write(screen, "retract: ", await graph.DecideAsync(StewardAction.Retract(undone.Decision), "sample steward", "it was her own after all", cancellationToken));

        Title(screen, "What is most worth a person's look");
        foreach (ReviewItem item in await graph.ReviewAsync(5, cancellationToken))
        {
            screen.WriteLine($"{item.Worth,6:0.00}  {item.Kind}: {item.Left} in {item.LeftProfile}, {item.Right} in {item.RightProfile}, probability {item.Evidence.Probability:0.###}{(item.Reason is { } reason ? $", apart by {reason}" : string.Empty)}");
        }

        Title(screen, "Old ids lead on for ever, and others can follow what changes");
        ProfileLookup lookup = graph.Find(undone.Impacts[^1].Change.Profile);
        screen.WriteLine($"{lookup.Asked} is {lookup.State}{(lookup.Profile is { } now ? $", see {now.Id} with {now.Records.Count} records" : string.Empty)}");
        List<ProfileChange> changes = [];
        await foreach (ProfileChange change in graph.ChangesAsync(0, follow: false, cancellationToken))
        {
            changes.Add(change);
        }

        screen.WriteLine($"the feed has {changes.Count:#,0} changes; the last: {changes[^1].Kind} {changes[^1].Profile}{(changes[^1].To is { } to ? $" into {to}" : string.Empty)}");

        Title(screen, "The audit: nothing was changed behind our back, and another machine comes to the same");
        LedgerVerification verification = await LedgerVerifier.VerifyAsync(store, string.Empty, cancellationToken: cancellationToken);
        screen.WriteLine($"{verification.Blocks:#,0} blocks, {verification.Entries:#,0} entries: {(verification.IsSound ? "sound" : "NOT SOUND")}");
        await using var replayed = new IdentityGraph(new IdentitySetup { Store = store, Conventions = sources.ToDictionary(static source => source.Name, static source => source.Conventions) });
        screen.WriteLine($"replayed from the ledger alone: {(await replayed.HashStateAsync(cancellationToken) == await graph.HashStateAsync(cancellationToken) ? "the same to the last byte" : "DIFFERENT")}");
    }

    /// <summary>The same person, once more, from a shop: a new key and not all of the values.</summary>
    private static SourceRecord Again(SourceRecord record) => new(record.Schema, new RecordKey("web shop", "new-1"), [.. record.Values.ToArray().Select(static (values, i) => i % 4 == 3 ? AttributeValues.None : values)])
    {
        Identifiers = record.Identifiers,
    };

    private static void Title(TextWriter screen, string title)
    {
        screen.WriteLine();
        screen.WriteLine(title);
    }

    private static void Write(TextWriter screen, string what, StewardResult result) =>
        screen.WriteLine(what + string.Join("; ", result.Impacts.Select(static impact => $"{impact.Change.Profile} {impact.Change.Kind}: {impact.Before?.Records.Count ?? 0} records before, {impact.After?.Records.Count ?? 0} after")));
}
