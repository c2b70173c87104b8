using CustomerInsight;
using CustomerInsight.Models;

namespace SegmentsSample;

/// <summary>Tells on the screen what a run found out about the customers.</summary>
internal sealed class SegmentsStory(TextWriter screen)
{
    private const int MostDifferences = 9;

    public void Tell(InsightRun run)
    {
        Title("What was read and left out");
        screen.Write(run.Report.Describe());

        Title("What customers buy");
        PurchaseTable purchases = run.Purchases();
        screen.WriteLine($"{purchases.Customers.Count:#,0} customers with purchases, {purchases.Report.Orders:#,0} orders, {new Money(purchases.Customers.Sum(static customer => customer.Revenue), purchases.Currency)} up to {purchases.AsOfDay:yyyy-MM-dd}");

        Title("Segments by recency, frequency and money");
        screen.Write(run.Rfm().Describe());
        if (Quarters.Migration(run) is { } migration)
        {
            screen.WriteLine();
            screen.Write(migration.Describe());
        }

        Title("Groups of customers who are alike");
        screen.Write(run.Groups().Describe());

        Title("Segments by rules");
        screen.Write(run.Segments().Describe());
        screen.Write(run.Segments().Overlap().Describe());
        Explain(run);

        Title("Where customers are in their life, and how long they stay");
        LifecycleResult lifecycle = run.Lifecycle();
        screen.Write(lifecycle.Describe());
        screen.WriteLine();
        screen.Write(lifecycle.Flow(Quarters.Before(run), lifecycle.AsOf!.Value).Describe());

        Title("Who comes back");
        screen.Write(run.Retention().Describe());
    }

    /// <summary>One member and one who just is none: the reason, and what is lacking.</summary>
    private void Explain(InsightRun run)
    {
        SegmentResult segments = run.Segments();
        if (segments.Sizes.FirstOrDefault(size => size.Customers > 0 && size.Customers < segments.Table.Customers.Count) is not { Segment: { } segment })
        {
            return;
        }

        screen.WriteLine();
        screen.WriteLine(segments.Explain(segment, segments.Members(segment).First())!.Explain().TrimEnd());
        screen.WriteLine(segments.Explain(segment, segments.Table.Customers.First(customer => !segments.IsMember(segment, customer)))!.Explain().TrimEnd());

        screen.WriteLine();
        screen.WriteLine($"What sets '{segment}' apart from all others:");
        foreach (string line in segments.Differences(segment).Describe().Split(Environment.NewLine).Take(MostDifferences))
        {
            screen.WriteLine(line);
        }
    }

    private void Title(string title)
    {
        screen.WriteLine();
        screen.WriteLine($"== {title} ==");
    }
}
