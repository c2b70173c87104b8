namespace CustomerInsight.Models;

/// <summary>Checks the values that a host's model gave: what a result shows of a customer must be of that customer.</summary>
internal static class ValueCheck
{
    /// <summary>Gives the values, copied where the host may change them later.</summary>
    /// <exception cref="InvalidOperationException">They are not those of the table's customers in order, or one is no number.</exception>
    public static IReadOnlyList<CustomerLifetimeValue> Checked(ILifetimeValueModel model, PurchaseTable table, IReadOnlyList<CustomerLifetimeValue>? values)
    {
        string[] names = table.Columns.Customers;
        if (values is null)
        {
            throw Wrong("no list of values");
        }

        var own = values as LifetimeValues;
        bool isOfTable = own is not null && own.IsOf(table);
        values = own ?? (IReadOnlyList<CustomerLifetimeValue>)[.. values];
        if (values.Count != names.Length)
        {
            throw Wrong(FormattableString.Invariant($"{values.Count} values for {names.Length} customers"));
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (!isOfTable)
            {
                CustomerLifetimeValue value = values[i] ?? throw Wrong(FormattableString.Invariant($"null in the place of the value at {i}"));
                if (value.Customer != names[i])
                {
                    throw Wrong(FormattableString.Invariant($"the value of another customer at {i}"));
                }
            }

            if (!double.IsFinite(own?.ValueAt(i) ?? values[i].Value))
            {
                throw Wrong(FormattableString.Invariant($"a value that is no finite number at {i}"));
            }
        }

        return values;

        InvalidOperationException Wrong(string what) => new($"{model.GetType().Name} gave {what}. Return one value for each customer, in the same order, each a finite number.");
    }
}
