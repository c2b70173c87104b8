using System.Collections;

namespace CustomerInsight.Models;

/// <summary>The customers of a result, each made when it is asked for.</summary>
internal sealed class LifecycleCustomers(LifecycleResult result) : IReadOnlyList<CustomerLifecycle>
{
    public int Count => result.Report.Customers;

    public CustomerLifecycle this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return result.LifeOf(index);
        }
    }

    public IEnumerator<CustomerLifecycle> GetEnumerator()
    {
        for (int customer = 0; customer < Count; customer++)
        {
            yield return result.LifeOf(customer);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
