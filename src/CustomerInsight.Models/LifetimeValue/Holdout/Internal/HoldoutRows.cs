using System.Collections;

namespace CustomerInsight.Models;

/// <summary>The customers of a holdout as a list; each is made when it is asked for.</summary>
internal sealed class HoldoutRows(IReadOnlyList<PurchaseSummary> calibration, HoldoutColumns columns) : IReadOnlyList<HoldoutCustomer>
{
    public int Count => columns.PurchaseDays.Length;

    public HoldoutCustomer this[int index] => new(calibration[index], columns.PurchaseDays[index], columns.Revenue[index]);

    public IEnumerator<HoldoutCustomer> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
