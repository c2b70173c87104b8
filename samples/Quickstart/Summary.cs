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
            screen.WriteLine($"{matches.PairsCompared:#,0} pairs compared, {matches.Links.Count:#,0} links");
            screen.WriteLine(matches.Training.Describe());
        }

        screen.WriteLine($"{run.Records.Count:#,0} records are {run.Profiles.Count:#,0} customers, {run.Profiles.Count(profile => profile.Records.Count > 1):#,0} of them from more than one record");
        if (inputs.Truth is { } truth)
        {
            (int Cluster, string Truth)[] known = [.. run.Clusters.SelectMany((cluster, i) => cluster.Records.Select(record => (i, truth(run.Records.Records[record].Key)))).Where(record => record.Item2 is not null)!];
            PairwiseQuality quality = PairwiseQuality.Of(known);
            screen.WriteLine($"against the truth of {known.Length:#,0} records: precision {quality.Precision:0.0000}, recall {quality.Recall:0.0000}, F1 {quality.F1:0.0000}");
        }
    }

    private void WriteSegments(InsightRun run, RfmResult rfm)
    {
        PurchaseTable purchases = run.Purchases();
        Title("Segments");
        screen.WriteLine($"{purchases.Customers.Count:#,0} customers with purchases, {Amount(purchases.Customers.Sum(customer => customer.Revenue), purchases.Currency)} of revenue up to {purchases.AsOfDay:yyyy-MM-dd}");
        if (!rfm.Fit.Report.Converged)
        {
            screen.Write(rfm.Fit.Report.Describe());
        }

        foreach (SegmentSummary segment in rfm.Segments)
        {
            screen.WriteLine($"{segment.Segment,-20} {segment.Customers,8:#,0} customers {segment.CustomerShare,6:P1}   {Amount(segment.Revenue, rfm.Currency),18} {segment.RevenueShare,6:P1}");
        }

        LifetimeValueResult values = run.LifetimeValue();
        if (values.Fit is { } fit)
        {
            Title("Lifetime value");
            screen.Write(fit.Describe());
        }

        if (values.Customers.Count > 0)
        {
            screen.WriteLine($"{Amount((decimal)values.Customers.Sum(customer => customer.Value), values.Currency)} expected over the next {values.Customers[0].HorizonDays} days from {values.Customers.Count:#,0} customers");
        }
    }

    private void WriteTopCustomers(InsightRun run, RfmResult rfm)
    {
        string[] top = run.LifetimeValue().Customers.Count > 0
            ? [.. run.LifetimeValue().Customers.OrderByDescending(value => value.Value).ThenBy(value => value.Customer, StringComparer.Ordinal).Select(value => value.Customer).Take(Shown)]
            : [.. run.Profiles.OrderByDescending(profile => profile.Records.Count).ThenBy(profile => profile.Id).Select(profile => profile.Id.ToString()).Take(Shown)];
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
            string others = field.Losers.Count == 0 ? string.Empty : $", over {field.Losers.Count} other(s)";
            screen.WriteLine($"  {field.Name,-16} {string.Join(" | ", field.Values),-34} {field.Rule} from {field.Winner.Record}{others}");
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
            screen.WriteLine($"Why merged: {profile.Records.Count} records, {links.Length} link(s); the weakest, {run.Records.Records[weakest.Left].Key} with {run.Records.Records[weakest.Right].Key} (found by {weakest.Rule}):");
            screen.WriteLine(matches.Explain(weakest.Left, weakest.Right).Explain());
        }
    }

    private void Title(string title)
    {
        screen.WriteLine();
        screen.WriteLine($"== {title} ==");
    }

    private static string Amount(decimal amount, string currency) => new Money(amount, currency).ToString();
}
