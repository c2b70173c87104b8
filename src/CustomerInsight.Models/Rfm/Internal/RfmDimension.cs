namespace CustomerInsight.Models;

/// <summary>One of the three dimensions with the numbers of all customers, in their order.</summary>
/// <param name="Name">What it is called in a warning.</param>
/// <param name="Values">The numbers: days, orders or revenue.</param>
/// <param name="IsReversed">Whether less is better, as with days since the last purchase.</param>
internal sealed record RfmDimension(string Name, double[] Values, bool IsReversed)
{
    private const int RunLength = 1 << 14;

    public bool IsConstant => Values.Length == 0 || Values.AsSpan().IndexOfAnyExcept(Values[0]) < 0;

    public static RfmDimension[] Of(PurchaseTable table, ParallelOptions parallel)
    {
        PurchaseColumns columns = table.Columns;
        int asOf = table.AsOfDay?.DayNumber ?? 0;
        double[] recency = new double[columns.Count];
        double[] frequency = new double[columns.Count];
        double[] monetary = new double[columns.Count];
        Parallel.For(0, (columns.Count + RunLength - 1) / RunLength, parallel, run =>
        {
            int end = Math.Min((run + 1) * RunLength, columns.Count);
            for (int i = run * RunLength; i < end; i++)
            {
                recency[i] = asOf - columns.LastDay[i];
                frequency[i] = columns.Orders[i];
                monetary[i] = (double)columns.Revenue[i];
            }
        });
        return [new("Recency", recency, true), new("Frequency", frequency, false), new("Monetary", monetary, false)];
    }
}
