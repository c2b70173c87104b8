using System.Globalization;
using CustomerInsight;
using CustomerInsight.Models;
using CustomerInsight.Sources;

namespace SegmentsSample;

/// <summary>Writes a row for each customer, the rules, and the charts.</summary>
internal static class SegmentsFiles
{
    public static async Task WriteAsync(InsightRun run, SegmentSet rules, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using (var file = new CsvFileWriter(Path.Combine(folder, "customers.csv")))
        {
            foreach (string?[] row in Rows(run))
            {
                await file.WriteRowAsync(row, cancellationToken);
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "segments.json"), rules.ToJson(), cancellationToken);
        foreach ((string name, string chart) in Charts(run))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.vl.json"), chart, cancellationToken);
        }
    }

    private static IEnumerable<(string Name, string Chart)> Charts(InsightRun run)
    {
        yield return ("rfm", run.Rfm().ToVegaLite());
        yield return ("rfm-grid", run.Rfm().ToGridVegaLite());
        if (Quarters.Migration(run) is { } migration)
        {
            yield return ("rfm-migration", migration.ToVegaLite());
        }

        yield return ("groups", run.Groups().ToVegaLite());
        yield return ("segments", run.Segments().ToVegaLite());
        yield return ("segment-overlap", run.Segments().Overlap().ToVegaLite());
        LifecycleResult lifecycle = run.Lifecycle();
        yield return ("lifecycle", lifecycle.ToVegaLite());
        yield return ("lifecycle-sankey", lifecycle.Sankey(Quarters.Before(run, 2), Quarters.Before(run), lifecycle.AsOf!.Value).ToVegaLite());
        yield return ("retention", run.Retention().ToVegaLite());
        yield return ("revenue-per-customer", run.Retention().ToVegaLite(RetentionMeasure.CumulativeRevenuePerCustomer));
    }

    private static IEnumerable<string?[]> Rows(InsightRun run)
    {
        yield return ["customer", "orders", "revenue", "recency_days", "rfm", "rfm_segment", "group", "segments", "lifecycle_state", "since"];
        GroupingResult groups = run.Groups();
        foreach (PurchaseSummary customer in run.Purchases().Customers)
        {
            RfmScore? score = run.Rfm().Find(customer.Customer);
            CustomerLifecycle? life = run.Lifecycle().Find(customer.Customer);
            yield return
            [
                customer.Customer,
                customer.Orders.ToString(CultureInfo.InvariantCulture),
                customer.Revenue.ToString("0.00##", CultureInfo.InvariantCulture),
                customer.DaysSinceLast.ToString(CultureInfo.InvariantCulture),
                score?.Cell.ToString(),
                score?.Segment.Name,
                groups.Find(customer.Customer) is { Group: >= 0 and int group } ? groups.Groups[group].Name : null,
                string.Join('|', run.Segments().SegmentsOf(customer.Customer)),
                life?.State,
                life?.Path is [.., { Since: var since }] ? since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            ];
        }
    }
}
