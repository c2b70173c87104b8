namespace CustomerInsight.Models;

/// <summary>The traits of one customer as of a day.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed record TraitRow
{
    /// <summary>Makes a row.</summary>
    /// <param name="schema">The traits.</param>
    /// <param name="values">Their values, one for each trait in the order of the schema, each missing or of the trait's kind.</param>
    /// <param name="asOf">The day the traits look from; null where there is none.</param>
    /// <param name="customer">The customer's name in results; may be empty.</param>
    /// <exception cref="ArgumentException">The values are not as said; the message names the trait.</exception>
    public TraitRow(TraitSchema schema, ValueList<TraitValue> values, DateOnly? asOf, string customer = "")
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(customer);
        if (values.Count != schema.Traits.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {values.Count} values for {schema.Traits.Count} traits. Give one for each, {nameof(TraitValue)}.{nameof(TraitValue.Missing)} where it is not known."), nameof(values));
        }

        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Kind is TraitKind kind && kind != schema.Traits[i].Kind)
            {
                throw new ArgumentException($"The value of trait '{schema.Traits[i].Name}' is of kind {kind}, but the trait is of kind {schema.Traits[i].Kind}. Convert the value, or change the trait's kind.", nameof(values));
            }
        }

        Schema = schema;
        Values = values;
        AsOf = asOf;
        Customer = customer;
    }

    /// <summary>Gets the traits.</summary>
    public TraitSchema Schema { get; }

    /// <summary>Gets the values in the order of the schema.</summary>
    public ValueList<TraitValue> Values { get; }

    /// <summary>Gets the day the traits look from; null where there is none.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>Gets the customer's name in results; may be empty.</summary>
    public string Customer { get; }

    /// <summary>Gets the value of a trait; missing where the schema has no such trait.</summary>
    /// <param name="trait">The trait's exact name.</param>
    public TraitValue this[string trait] => Schema.IndexOf(trait) is >= 0 and int position ? Values[position] : TraitValue.Missing;

    /// <summary>Says how many traits are known, never whose they are or which value they have.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Values.Count(static value => !value.IsMissing)} of {Values.Count} traits known";
}
