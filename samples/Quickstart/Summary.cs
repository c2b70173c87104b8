using CustomerInsight;
using CustomerInsight.Matching;
using CustomerInsight.Models;

namespace Quickstart;

/// <summary>Says on the screen what a run found.</summary>
internal sealed class Summary(TextWriter screen)
{
    private const int Shown = 3;

    public void Write(InsightRun run, Inputs inputs)
    {
        Title("Columns");
        inputs.Mappings.ForEach(screen.WriteLine);
        Title("Read and left out");
        screen.Write(run.Report.Describe());
        if (run.Records.Count > 0)
        {
            WriteMatching(run, inputs);
        }

        RfmResult rfm = run.Rfm();
        if (run.Purchases().Customers.Count > 0)
        {
            WriteSegments(run, rfm);
        }

        WriteTopCustomers(run, rfm);
    }

    private void WriteMatching(InsightRun run, Inputs inputs)
    {
        Title("Unified customers");
        if (run.Matches() is { } matches)
        {
            screen.WriteLine($"{Count(matches.PairsCompared, "pair")} compared, {Count(matches.Links.Count, "link")}");
            screen.WriteLine(matches.Training.Describe());
        }

        int merged = run.Profiles.Count(profile => profile.Records.Count > 1);
        screen.WriteLine($"{Count(run.Records.Count, "record")} {(run.Records.Count == 1 ? "is" : "are")} {Count(run.Profiles.Count, "customer")}, {merged:#,0} of them from more than one record");
        if (inputs.Truth is { } truth)
        {
            (int Cluster, string Truth)[] known = [.. run.Clusters.SelectMany((cluster, i) => cluster.Records.Select(record => (i, truth(run.Records.Records[record].Key)))).Where(record => record.Item2 is not null)!];
            if (known.Length == 0)
            {
                screen.WriteLine("The truth names none of the records, so there is nothing to measure against. Its first column must hold the records' keys.");
                return;
            }

            PairwiseQuality quality = PairwiseQuality.Of(known);
            string part = known.Length < run.Records.Count ? $" ({run.Records.Count - known.Length:#,0} records are not in it)" : string.Empty;
            screen.WriteLine($"against the truth of {Count(known.Length, "record")}{part}: precision {quality.Precision:0.0000}, recall {quality.Recall:0.0000}, F1 {quality.F1:0.0000}");
        }
    }

    private void WriteSegments(InsightRun run, RfmResult rfm)
    {
        PurchaseTable purchases = run.Purchases();
        Title("Segments");
        screen.WriteLine($"{Count(purchases.Customers.Count, "customer")} with purchases, {Amount(purchases.Customers.Sum(customer => customer.Revenue), purchases.Currency)} of revenue up to {purchases.AsOfDay:yyyy-MM-dd}");
        foreach (RfmSegmentSummary segment in rfm.Segments)
        {
            screen.WriteLine($"{segment.Segment,-20} {segment.Customers,9:#,0} customers {Percent(segment.CustomerShare),6}   {Amount(segment.Revenue, rfm.Currency),20} {Percent(segment.RevenueShare),6}");
        }

        LifetimeValueResult values = run.LifetimeValue();
        if (values.Fit is { } fit)
        {
            Title("Lifetime value");

            // Its warnings are in the report above.
            screen.WriteLine((fit with { Warnings = [] }).Describe().TrimEnd());
        }

        if (values.Customers.Count > 0)
        {
            screen.WriteLine($"{Amount((decimal)values.Customers.Sum(customer => customer.Value), values.Currency)} expected over the next {values.Customers[0].Horizon} from {Count(values.Customers.Count, "customer")}");
        }
    }

    private void WriteTopCustomers(InsightRun run, RfmResult rfm)
    {
        string[] top = run.LifetimeValue().Customers.Count > 0
            ? [.. run.LifetimeValue().Customers.OrderByDescending(value => value.Value).ThenBy(value => value.Customer, StringComparer.Ordinal).Select(value => value.Customer).Take(Shown)]
            : [.. run.Profiles.Where(profile => profile.Fields.Any(field => !field.Values.IsNone)).OrderByDescending(profile => profile.Records.Count).ThenBy(profile => profile.Id).Select(profile => profile.Id.ToString()).Take(Shown)];
        foreach (string customer in top)
        {
            Title($"Customer {customer}");
            if (run.Profiles.FirstOrDefault(profile => profile.Id.ToString() == customer) is { } profile)
            {
                WriteProfile(run, profile);
            }

            if (rfm.Find(customer) is { } score)
            {
                screen.WriteLine(score.Explain());
            }

            if (run.LifetimeValue().Find(customer) is { } value)
            {
                screen.WriteLine(value.Explain());
            }
        }
    }

    private void WriteProfile(InsightRun run, Profile profile)
    {
        foreach (ProfileField field in profile.Fields.Where(field => !field.Values.IsNone))
        {
            string value = string.Join(" | ", field.Values);
            string reason = field.Losers.Count == 0 ? "the only one" : $"over {Count(field.Losers.Count, "other")} as {Short(field.Rule)}";
            screen.WriteLine($"  {field.Name,-16} {value,-34} from {field.Winner.Record}, {reason}");
        }

        if (run.Matches() is not { } matches)
        {
            return;
        }

        // The weakest link is the one a doubting reader asks about.
        HashSet<RecordKey> members = [.. profile.Records];
        MatchLink[] links = [.. matches.Links.Where(link => members.Contains(run.Records.Records[link.Left].Key))];
        if (links.Length > 0)
        {
            MatchLink weakest = links.MinBy(link => link.Weight);
            screen.WriteLine($"Why merged: {Count(profile.Records.Count, "record")}, {Count(links.Length, "link")}; the weakest, {run.Records.Records[weakest.Left].Key} with {run.Records.Records[weakest.Right].Key} (found by {weakest.Rule}):");
            screen.WriteLine(matches.Explain(weakest.Left, weakest.Right).Explain());
        }
    }

    private void Title(string title)
    {
        screen.WriteLine();
        screen.WriteLine($"== {title} ==");
    }

    private static string Count(long count, string what) => $"{count:#,0} {what}{(count == 1 ? string.Empty : "s")}";

    private static string Percent(double share) => $"{100 * share:0.0}%";

    /// <summary>The rule without those that break its ties; the files of a host's own would keep the whole name.</summary>
    private static string Short(string rule) => rule.Split(", then ")[0];

    private static string Amount(decimal amount, string currency) => new Money(amount, currency).ToString();
}
