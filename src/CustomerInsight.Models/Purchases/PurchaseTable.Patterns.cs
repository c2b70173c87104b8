namespace CustomerInsight.Models;

public sealed partial class PurchaseTable
{
    /// <summary>Gives when customers bought again, as the buy-till-you-die models read it.</summary>
    /// <returns>A new array in the order of <see cref="Customers"/>: their <see cref="PurchaseSummary.Pattern"/>, but without making the rows.</returns>
    public RepeatPattern[] ToPatterns() => _columns.ToPatterns(AsOfDay?.DayNumber ?? 0);

    /// <summary>Gives what customers spent on repeat purchases, as the spend models read it.</summary>
    /// <returns>A new array in the order of <see cref="Customers"/>: their <see cref="PurchaseSummary.Spend"/>, but without making the rows.</returns>
    public SpendPattern[] ToSpend()
    {
        var spend = new SpendPattern[_columns.Count];
        for (int i = 0; i < spend.Length; i++)
        {
            spend[i] = _columns.SpendAt(i);
        }

        return spend;
    }
}
