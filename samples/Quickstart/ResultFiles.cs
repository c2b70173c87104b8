using System.Globalization;
using CustomerInsight;
using CustomerInsight.Matching;
using CustomerInsight.Models;
using CustomerInsight.Sources;

namespace Quickstart;

/// <summary>Writes a run's results as CSV files, each with its reasons.</summary>
internal static class ResultFiles
{
    /// <summary>Finds out before a long run, not after it, whether the folder can be written to.</summary>
    public static void Check(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var trial = new FileStream(Path.Combine(folder, ".trial"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The results cannot be written to {folder}: {refused.Message}", refused);
        }
    }

    public static async Task WriteAsync(InsightRun run, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await WriteAsync(Path.Combine(folder, "profiles.csv"), Profiles(run), cancellationToken);
        await WriteAsync(Path.Combine(folder, "links.csv"), Links(run), cancellationToken);
        await WriteAsync(Path.Combine(folder, "customers.csv"), Customers(run), cancellationToken);
    }

    /// <summary>Golden records: each field beside the record it came from.</summary>
    private static IEnumerable<string?[]> Profiles(InsightRun run)
    {
        string[] fields = [.. run.Records.Schema.Attributes.Select(attribute => attribute.Name)];
        yield return ["profile", "kind", "records", "record_keys", .. fields.SelectMany(field => new[] { field, $"{field}_from" }), "identifiers"];
        foreach (Profile profile in run.Profiles)
        {
            yield return
            [
                profile.Id.ToString(),
                profile.EntityKind.ToString(),
                Text(profile.Records.Count),
                string.Join('|', profile.Records),
                .. fields.SelectMany(field => profile[field] is { Values.IsNone: false } found ? new string?[] { string.Join('|', found.Values), found.Winner.Record.ToString() } : [null, null]),
                string.Join('|', profile.Identifiers.Select(identifier => $"{identifier}:{identifier.Value}")),
            ];
        }
    }

    private static IEnumerable<string?[]> Links(InsightRun run)
    {
        yield return ["left", "right", "profile", "weight_bits", "probability", "found_by", "evidence"];
        if (run.Matches() is not { } matches)
        {
            yield break;
        }

        var profileOf = run.Profiles.SelectMany(static profile => profile.Records.Select(record => (Record: record, Id: profile.Id.ToString()))).ToDictionary(static entry => entry.Record, static entry => entry.Id);
        foreach ((MatchLink link, PairEvidence evidence) in matches.Explain(matches.Links))
        {
            yield return
            [
                run.Records.Records[link.Left].Key.ToString(),
                run.Records.Records[link.Right].Key.ToString(),
                profileOf[run.Records.Records[link.Left].Key],
                Text(link.Weight, "0.0000"),
                Text(evidence.Probability, "0.000000"),
                link.Rule,
                evidence.Summarize(),
            ];
        }
    }

    private static IEnumerable<string?[]> Customers(InsightRun run)
    {
        yield return
        [
            "customer", "orders", "revenue", "currency", "first_purchase", "last_purchase", "recency_days", "r", "f", "m", "segment", "segment_reason",
            "probability_alive", "expected_purchases", "expected_spend", "value", "value_horizon_days",
        ];
        var purchases = run.Purchases().Customers.ToDictionary(customer => customer.Customer, StringComparer.Ordinal);
        foreach (CustomerHistory customer in run.Customers)
        {
            PurchaseSummary? bought = purchases.GetValueOrDefault(customer.Customer);
            RfmScore? score = run.Rfm().Find(customer.Customer);
            CustomerLifetimeValue? value = run.LifetimeValue().Find(customer.Customer);
            yield return
            [
                customer.Customer,
                Text(bought?.Orders ?? 0),
                Text(bought?.Revenue ?? 0, "0.00##"),
                bought?.Currency,
                Text(bought?.FirstDay, "yyyy-MM-dd"),
                Text(bought?.LastDay, "yyyy-MM-dd"),
                Text(bought?.DaysSinceLast),
                Text(score?.Recency.Score),
                Text(score?.Frequency.Score),
                Text(score?.Monetary.Score),
                score?.Segment.Name,
                score?.Segment.Reason,
                Text(value?.ProbabilityAlive, "0.000000"),
                Text(value?.ExpectedPurchases, "0.000000"),
                Text(value?.ExpectedSpend, "0.00"),
                Text(value?.Value, "0.00"),
                Text(value?.Horizon.In(TimeUnit.Day)),
            ];
        }
    }

    private static string? Text(IFormattable? value, string? format = null) => value?.ToString(format, CultureInfo.InvariantCulture);

    private static async Task WriteAsync(string path, IEnumerable<string?[]> rows, CancellationToken cancellationToken)
    {
        await using var file = new CsvFileWriter(path);
        foreach (string?[] row in rows)
        {
            await file.WriteRowAsync(row, cancellationToken);
        }
    }
}
