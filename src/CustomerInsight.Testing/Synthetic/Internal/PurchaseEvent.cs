namespace CustomerInsight.Testing;

/// <summary>One activity before it has an id. Its order among all is by time, then person, then number.</summary>
/// <param name="Ticks">When, in UTC ticks.</param>
/// <param name="Person">Who.</param>
/// <param name="Number">The how-manieth of the person, as drawn.</param>
/// <param name="Record">The position of the record by which the customer was known.</param>
/// <param name="Order">The number of the person's order; a refund has that of its purchase.</param>
/// <param name="Amount">How much.</param>
internal readonly record struct PurchaseEvent(long Ticks, int Person, int Number, int Record, int Order, decimal Amount) : IComparable<PurchaseEvent>
{
    public int CompareTo(PurchaseEvent other)
    {
        int order = Ticks.CompareTo(other.Ticks);
        order = order != 0 ? order : Person.CompareTo(other.Person);
        return order != 0 ? order : Number.CompareTo(other.Number);
    }
}
