namespace CustomerInsight.Models;

public sealed partial class TraitTable
{
    /// <summary>Gives the traits of some of the customers.</summary>
    /// <param name="customers">The customers, in any order, each once.</param>
    /// <returns>A table of those customers.</returns>
    /// <exception cref="ArgumentException">A customer is given twice or is not in the table.</exception>
    public TraitTable Of(IReadOnlyList<string> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        int[] rows = new int[customers.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = IndexOf(customers[i]);
            if (rows[i] < 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"Customer {i} of the list is not in the table. Leave it out, or give its traits."), nameof(customers));
            }
        }

        return Create(customers, AsOf, ValueList.From(Columns.Select(column => column.Take(rows))));
    }
}
