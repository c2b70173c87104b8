using System.Globalization;
using CustomerInsight.Sources;
using CustomerInsight.Testing;
using Microsoft.Extensions.DependencyInjection;
using Quickstart;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>Laws L3, L15 and L17 on what is written: the bytes of the three files.</summary>
public sealed class DeterminismTests : IDisposable
{
    private const int Count = 2_000;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Generated_AnyThreadsAndCulture_GivesTheSameBytes()
    {
        string one = await LibraryRunAsync(1);

        Assert.Equal(one, await UnderAsync("de-DE", () => LibraryRunAsync(2)));
        Assert.Equal(one, await UnderAsync("tr-TR", () => LibraryRunAsync(7)));
    }

    [Fact]
    public async Task Program_AnotherCulture_PrintsTheSame()
    {
        string[] args = ["--count", "300"];
        Outcome here = await Outcome.RunAsync(_folder, args);
        foreach (string culture in new[] { "de-DE", "ar-SA" })
        {
            Assert.Equal(here.Screen, (await UnderAsync(culture, () => Outcome.RunAsync(_folder, args))).Screen);
        }
    }

    [Fact]
    public async Task Files_ShuffledOrDoubledRowsOrACopy_ChangeNothingButWhatTheyShould()
    {
        (string records, string activities) = await WriteGeneratedAsync();
        string[] args = ["--records", records, "--activities", activities];
        Outcome first = await Outcome.RunAsync(_folder, args);
        string before = Bytes(first);
        string[] groups = Groups(first);

        Rewrite(records, static rows => Shuffled(rows, 1));
        Rewrite(activities, static rows => Shuffled(rows, 2));
        Assert.Equal(before, Bytes(await Outcome.RunAsync(_folder, args)));

        Rewrite(records, static rows => [.. rows, .. rows]);
        Rewrite(activities, static rows => [.. rows, .. rows]);
        Outcome doubled = await Outcome.RunAsync(_folder, args);
        Assert.Equal(before, Bytes(doubled));
        Assert.Contains("2,000 repeated an earlier row word for word", doubled.Screen, StringComparison.Ordinal);

        // A copy of the source adds records to customers; it neither makes nor parts any.
        Outcome copied = (await Outcome.RunAsync(_folder, "--records", records, records)).IsClean();
        Assert.Equal(groups, Groups(copied));
        Assert.Equal(4_000, copied.ProfileRows().Sum(static row => int.Parse(row[2], CultureInfo.InvariantCulture)));
    }

    private static string[] Groups(Outcome outcome) =>
        [.. outcome.ProfileRows().Select(static row => string.Join('|', row[3].Split('|').Where(static key => key.StartsWith("people:", StringComparison.Ordinal)))).Where(static group => group.Length > 0).Order(StringComparer.Ordinal)];

    private static string Bytes(Outcome outcome)
    {
        outcome.IsClean();
        return outcome.Profiles + outcome.Links + outcome.Customers;
    }

    private static async Task<T> UnderAsync<T>(string culture, Func<Task<T>> run)
    {
        (CultureInfo, CultureInfo) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return await run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static string[] Shuffled(string[] rows, ulong seed)
    {
        string[] shuffled = [.. rows];
        var random = new SeededRandom(seed);
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    private static void Rewrite(string path, Func<string[], string[]> change)
    {
        string[] lines = File.ReadAllLines(path);
        File.WriteAllText(path, string.Join('\n', [lines[0], .. change(lines[1..])]) + "\n");
    }

    private async Task<string> LibraryRunAsync(int threads)
    {
        Assert.True(Arguments.TryParse(["--count", $"{Count}"], out Arguments arguments, out _));
        await using ServiceProvider provider = QuickstartProgram.Compose(await Inputs.OpenAsync(arguments, CancellationToken.None), options => options.MaxDegreeOfParallelism = threads);
        InsightRun run = await provider.GetRequiredService<IInsightEngine>().RunAsync();
        await ResultFiles.WriteAsync(run, _folder["results"], CancellationToken.None);
        return Bytes(new Outcome(0, string.Empty, string.Empty, _folder["results"]));
    }

    /// <summary>Synthetic customers as files that a user could have: no value of theirs holds a line break.</summary>
    private async Task<(string Records, string Activities)> WriteGeneratedAsync()
    {
        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Seed = 5, Records = Count });
        string[] names = [.. data.Records.SelectMany(static record => record.Schema.Attributes).Select(static attribute => attribute.Name).Distinct().Order(StringComparer.Ordinal)];
        await using (var file = new CsvFileWriter(_folder["people.csv"]))
        {
            await file.WriteRowAsync(["record_id", "updated_at", .. names]);
            foreach (SourceRecord record in data.Records)
            {
                await file.WriteRowAsync([record.Key.Id, record.ObservedAt?.ToString("O", CultureInfo.InvariantCulture), .. names.Select(name => record[name].First)]);
            }
        }

        await using (var file = new CsvFileWriter(_folder["orders.csv"]))
        {
            await file.WriteRowAsync(["transaction_id", "customer_id", "order_date", "amount", "currency"]);
            foreach (CustomerActivity activity in data.Activities)
            {
                await file.WriteRowAsync([activity.Key.Id, activity.Customer.Value, activity.At.ToString("O", CultureInfo.InvariantCulture), activity.Value?.Amount.ToString(CultureInfo.InvariantCulture), activity.Value?.Currency]);
            }
        }

        return (_folder["people.csv"], _folder["orders.csv"]);
    }
}
