namespace CustomerInsight.Models;

/// <summary>Sums up all customers of a source, in parallel.</summary>
/// <remarks>Customers are cut into runs of fixed length, whose counts are added in their order, so that no number depends on threads.</remarks>
internal static class PurchaseWork
{
    private const int RunLength = 2_048;

    public static (PurchaseColumns Columns, PurchaseReport Report) Do(IPurchaseSource source, PurchaseSettings settings, ParallelOptions parallel, IPurchaseVisitor? visitor = null)
    {
        string[] customers = source.Customers;
        var columns = new PurchaseColumns(customers, settings.Options.Habits);
        var tallies = new PurchaseTally[(customers.Length + RunLength - 1) / RunLength];
        Parallel.For(0, tallies.Length, parallel, run =>
        {
            int from = run * RunLength;
            int to = Math.Min(from + RunLength, customers.Length);
            var summarizer = new PurchaseSummarizer(settings, source.Read(settings.Currency, from, to), columns, visitor);
            for (int customer = from; customer < to; customer++)
            {
                summarizer.Summarize(customer);
            }

            tallies[run] = summarizer.Tally;
        });
        var tally = new PurchaseTally();
        foreach (PurchaseTally part in tallies)
        {
            tally.Add(part);
        }

        return (columns, tally.Report());
    }
}
