namespace CustomerInsight.Models;

public sealed partial class PurchaseTable
{
    /// <summary>Gives when customers bought again, as the buy-till-you-die models read it.</summary>
    /// <returns>A new array in the order of <see cref="Customers"/>: their <see cref="PurchaseSummary.Pattern"/>, but without making the rows.</returns>
    public RepeatPattern[] ToPatterns()
    {
        int asOf = AsOfDay?.DayNumber ?? 0;
        var patterns = new RepeatPattern[_columns.Count];
        for (int i = 0; i < patterns.Length; i++)
        {
            int first = _columns.FirstDay[i];
            patterns[i] = new RepeatPattern(_columns.Days[i] - 1, _columns.LastDay[i] - first, asOf - first);
        }

        return patterns;
    }

    /// <summary>Gives what customers spent on repeat purchases, as the spend models read it.</summary>
    /// <returns>A new array in the order of <see cref="Customers"/>: their <see cref="PurchaseSummary.Spend"/>, but without making the rows.</returns>
    public SpendPattern[] ToSpend()
    {
        var spend = new SpendPattern[_columns.Count];
        for (int i = 0; i < spend.Length; i++)
        {
            int repeats = _columns.Days[i] - 1;
            spend[i] = new SpendPattern(repeats, repeats == 0 ? 0 : (double)Math.Max(_columns.RepeatRevenue[i] / repeats, 0));
        }

        return spend;
    }
}
