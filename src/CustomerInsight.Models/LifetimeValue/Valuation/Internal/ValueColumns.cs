namespace CustomerInsight.Models;

/// <summary>The numbers of customers' values that summaries need, and the customers in the order of their value.</summary>
internal sealed class ValueColumns
{
    private readonly Lazy<int[]> _order;

    private ValueColumns(string[] names, double[] values, double[] alive, decimal[] revenue)
    {
        Names = names;
        Values = values;
        Alive = alive;
        Revenue = revenue;
        _order = new Lazy<int[]>(() =>
        {
            // Equal values in the order of the names.
            double[] keys = Array.ConvertAll(values, static value => -value);
            int[] order = [.. Enumerable.Range(0, keys.Length)];
            Array.Sort(keys, order);
            for (int start = 0, end; start < order.Length; start = end)
            {
                for (end = start + 1; end < order.Length && keys[end] == keys[start]; end++)
                {
                }

                Array.Sort(order, start, end - start);
            }

            return order;
        });
    }

    public string[] Names { get; }

    public double[] Values { get; }

    public double[] Alive { get; }

    public decimal[] Revenue { get; }

    /// <summary>The rows, that of the highest value first.</summary>
    public int[] Order => _order.Value;

    public static ValueColumns Of(IReadOnlyList<CustomerLifetimeValue> customers, PurchaseTable table)
    {
        double[] values = new double[customers.Count];
        double[] alive = new double[customers.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (customers is LifetimeValues own)
            {
                values[i] = own.ValueAt(i);
                alive[i] = own.AliveAt(i);
            }
            else
            {
                CustomerLifetimeValue value = customers[i];
                values[i] = value.Value;
                alive[i] = value.ProbabilityAlive;
            }
        }

        return new ValueColumns(table.Columns.Customers, values, alive, table.Columns.Revenue);
    }
}
