using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Customers with their traits as of a day, kept column by column.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class TraitTable : IEquatable<TraitTable>
{
    private TraitTable(ValueList<string> customers, DateOnly? asOf, ValueList<TraitColumn> columns)
    {
        Customers = customers;
        AsOf = asOf;
        Columns = columns;
        Schema = new TraitSchema(ValueList.From(columns.Select(static column => column.Definition)));
    }

    /// <summary>Gets the table without customers.</summary>
    public static TraitTable Empty { get; } = new([], null, []);

    /// <summary>Gets the customers in ordinal order, each once.</summary>
    public ValueList<string> Customers { get; }

    /// <summary>Gets the day the traits look from; null where there is none.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>Gets the traits.</summary>
    public TraitSchema Schema { get; }

    /// <summary>Gets the values, a column for each trait in the order of <see cref="Schema"/>.</summary>
    public ValueList<TraitColumn> Columns { get; }

    /// <summary>Gets the column of a trait.</summary>
    /// <param name="trait">The trait's exact name.</param>
    /// <returns>The column, or null where there is none. Cost O(1).</returns>
    public TraitColumn? this[string trait] => Schema.IndexOf(trait) is >= 0 and int position ? Columns[position] : null;

    /// <summary>Makes a table of columns.</summary>
    /// <param name="customers">The customers in any order, each once.</param>
    /// <param name="asOf">The day the traits look from; null where there is none, so that no rule can count days back.</param>
    /// <param name="columns">The traits, each with a value for each customer in the order of <paramref name="customers"/>.</param>
    /// <returns>The table, its rows in ordinal order of the customer.</returns>
    /// <exception cref="ArgumentException">Two customers or traits have the same name, one has none, or a column is null or has another number of rows.</exception>
    /// <remarks>One pass where the customers are in ordinal order already; else a sort.</remarks>
    public static TraitTable Create([NotNull] IReadOnlyList<string> customers, DateOnly? asOf, ValueList<TraitColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(customers);
        for (int i = 0; i < columns.Count; i++)
        {
            TraitColumn column = columns[i] ?? throw new ArgumentException(FormattableString.Invariant($"Column {i} is null. Give one for each trait."), nameof(columns));
            if (column.Count != customers.Count)
            {
                throw new ArgumentException(FormattableString.Invariant($"Trait '{column.Definition.Name}' has {column.Count} values for {customers.Count} customers. Give one for each, missing where it is not known."), nameof(columns));
            }
        }

        int[] order = Order(customers);
        return IsInOrder(order)
            ? new TraitTable(ValueList.From(customers), asOf, columns)
            : new TraitTable(ValueList.From(order.Select(row => customers[row])), asOf, ValueList.From(columns.Select(column => column.Take(order))));
    }

    /// <summary>Finds a customer.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The row, or −1 where there is none. Time O(log n).</returns>
    public int IndexOf(string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int found = Customers.AsSpan().BinarySearch(customer, StringComparer.Ordinal);
        return found < 0 ? -1 : found;
    }

    /// <summary>Gives the traits of one customer.</summary>
    /// <param name="row">From 0 to the number of customers − 1.</param>
    /// <returns>The traits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is outside that range.</exception>
    public TraitRow Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Customers.Count);
        return new TraitRow(Schema, ValueList.From(Columns.Select(column => column[row])), AsOf, Customers[row]);
    }

    /// <summary>Finds the traits of one customer.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The traits, or null where there is no such customer. Time O(log n).</returns>
    public TraitRow? Find(string customer) => IndexOf(customer) is >= 0 and int row ? Row(row) : null;

    /// <summary>Joins the traits of two tables by customer.</summary>
    /// <param name="other">The other table; its traits are named otherwise.</param>
    /// <param name="ownCustomersOnly">Whether customers whom only the other table has are left out.</param>
    /// <returns>A table of the customers of both; a trait is missing where its table does not have the customer.</returns>
    /// <exception cref="ArgumentException">Both have a trait of the same name, or the tables look from different days.</exception>
    /// <remarks>One pass over both.</remarks>
    public TraitTable Join(TraitTable other, bool ownCustomersOnly = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (AsOf is DateOnly own && other.AsOf is DateOnly others && own != others)
        {
            throw new ArgumentException(FormattableString.Invariant($"The tables look from {own:yyyy-MM-dd} and {others:yyyy-MM-dd}, so their traits do not belong together. Compute both as of one day."), nameof(other));
        }

        var customers = new List<string>(Math.Max(Customers.Count, other.Customers.Count));
        var left = new List<int>(customers.Capacity);
        var right = new List<int>(customers.Capacity);
        int i = 0;
        int j = 0;
        while (i < Customers.Count || j < other.Customers.Count)
        {
            int order = i == Customers.Count ? 1 : j == other.Customers.Count ? -1 : string.CompareOrdinal(Customers[i], other.Customers[j]);
            if (order > 0 && ownCustomersOnly)
            {
                j++;
                continue;
            }

            customers.Add(order <= 0 ? Customers[i] : other.Customers[j]);
            left.Add(order <= 0 ? i++ : -1);
            right.Add(order >= 0 ? j++ : -1);
        }

        return new TraitTable(
            ValueList.From(customers),
            AsOf ?? other.AsOf,
            [.. Columns.Select(column => column.Take(CollectionsMarshal.AsSpan(left))), .. other.Columns.Select(column => column.Take(CollectionsMarshal.AsSpan(right)))]);
    }

    /// <summary>Compares customers, day and every value.</summary>
    /// <param name="other">The other table.</param>
    /// <returns>True where they are the same.</returns>
    public bool Equals(TraitTable? other)
    {
        bool same = other is not null && AsOf == other.AsOf && Columns.Count == other.Columns.Count && Customers == other.Customers;
        for (int i = 0; same && i < Columns.Count; i++)
        {
            same = Columns[i].SameAs(other!.Columns[i]);
        }

        return same;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TraitTable);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AsOf, Customers.Count, Schema);

    /// <summary>Says how many customers and traits there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Customers.Count} customers with {Columns.Count} traits");

    private static int[] Order(IReadOnlyList<string> customers)
    {
        bool sorted = true;
        for (int i = 0; i < customers.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(customers[i]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Customer {i} has no name. Give every customer the name that results are to have."), nameof(customers));
            }

            sorted = sorted && (i == 0 || string.CompareOrdinal(customers[i - 1], customers[i]) < 0);
        }

        if (sorted)
        {
            return [.. Enumerable.Range(0, customers.Count)];
        }

        int[] order = OrdinalOrder.Of(customers);
        for (int i = 1; i < order.Length; i++)
        {
            if (customers[order[i]] == customers[order[i - 1]])
            {
                throw new ArgumentException(FormattableString.Invariant($"Customers {order[i - 1]} and {order[i]} have the same name, so their traits cannot be told apart. Give one row a customer."), nameof(customers));
            }
        }

        return order;
    }

    private static bool IsInOrder(int[] order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            if (order[i] != i)
            {
                return false;
            }
        }

        return true;
    }
}
