namespace CustomerInsight.Models;

/// <summary>Says how a host's objects become traits. Each method gives a new map.</summary>
/// <typeparam name="T">What is known of a customer.</typeparam>
/// <remarks>Plain delegates, without reflection; the same map serves a table of all customers and one customer.</remarks>
/// <example><c>TraitMap.For&lt;Contact&gt;(c =&gt; c.Id).Number("orders", c =&gt; c.Orders).Text("country", c =&gt; c.Country).From(contacts, today)</c></example>
/// <threadsafety>Safe from many threads, as far as the host's delegates are.</threadsafety>
public sealed class TraitMap<T>
{
    private readonly Func<T, string> _customer;
    private readonly IReadOnlyList<MappedTrait<T>> _traits;

    internal TraitMap(Func<T, string> customer, IReadOnlyList<MappedTrait<T>> traits)
    {
        _customer = customer;
        _traits = traits;
        Schema = new TraitSchema(ValueList.From(traits.Select(static trait => trait.Definition)));
    }

    /// <summary>Gets the traits, in the order they were mapped.</summary>
    public TraitSchema Schema { get; }

    /// <summary>Maps a number.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="read">Reads it; null, NaN and the infinities mean missing.</param>
    /// <param name="description">What it means.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or taken.</exception>
    public TraitMap<T> Number(string name, Func<T, double?> read, string description = "")
    {
        ArgumentNullException.ThrowIfNull(read);
        return With(name, TraitKind.Number, description, row => TraitValue.Of(read(row)), (trait, rows) => NumberColumn.Of(trait, Read(rows, row => read(row) ?? double.NaN)));
    }

    /// <summary>Maps a text.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="read">Reads it; null and white space mean missing.</param>
    /// <param name="description">What it means.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or taken.</exception>
    public TraitMap<T> Text(string name, Func<T, string?> read, string description = "")
    {
        ArgumentNullException.ThrowIfNull(read);
        return With(name, TraitKind.Text, description, row => TraitValue.Of(read(row)), (trait, rows) => TextColumn.Of(trait, Read(rows, read)));
    }

    /// <summary>Maps a day.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="read">Reads it; null means missing.</param>
    /// <param name="description">What it means.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or taken.</exception>
    public TraitMap<T> Date(string name, Func<T, DateOnly?> read, string description = "")
    {
        ArgumentNullException.ThrowIfNull(read);
        return With(name, TraitKind.Date, description, row => TraitValue.Of(read(row)), (trait, rows) => DateColumn.Of(trait, Read(rows, read)));
    }

    /// <summary>Maps a flag.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="read">Reads it; null means missing.</param>
    /// <param name="description">What it means.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or taken.</exception>
    public TraitMap<T> Flag(string name, Func<T, bool?> read, string description = "")
    {
        ArgumentNullException.ThrowIfNull(read);
        return With(name, TraitKind.Flag, description, row => TraitValue.Of(read(row)), (trait, rows) => FlagColumn.Of(trait, Read(rows, read)));
    }

    /// <summary>Maps a set of texts.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="read">Reads them in any order; blank ones and repetitions are left out. Null means missing.</param>
    /// <param name="description">What they mean.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException">The name is blank or taken.</exception>
    public TraitMap<T> Texts(string name, Func<T, IEnumerable<string?>?> read, string description = "")
    {
        ArgumentNullException.ThrowIfNull(read);
        return With(name, TraitKind.Texts, description, row => TraitValue.OfTexts(read(row)), (trait, rows) => TextSetColumn.Of(trait, Read(rows, read)));
    }

    /// <summary>Reads the traits of many customers.</summary>
    /// <param name="rows">The customers in any order, each once.</param>
    /// <param name="asOf">The day the traits look from; null where there is none, so that no rule can count days back.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, or one has none.</exception>
    public TraitTable From(IReadOnlyList<T> rows, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return TraitTable.Create(Read(rows, _customer), asOf, ValueList.From(_traits.Select(trait => trait.Column(trait.Definition, rows))));
    }

    /// <summary>Reads the traits of one customer.</summary>
    /// <param name="row">What is known of the customer.</param>
    /// <param name="asOf">The day the traits look from; null where there is none.</param>
    /// <returns>The traits.</returns>
    public TraitRow Row(T row, DateOnly? asOf) => new(Schema, ValueList.From(_traits.Select(trait => trait.Read(row))), asOf, _customer(row) ?? string.Empty);

    private static TValue[] Read<TValue>(IReadOnlyList<T> rows, Func<T, TValue> read)
    {
        var values = new TValue[rows.Count];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = read(rows[row]);
        }

        return values;
    }

    private TraitMap<T> With(string name, TraitKind kind, string description, Func<T, TraitValue> read, Func<TraitDefinition, IReadOnlyList<T>, TraitColumn> column) =>
        new(_customer, [.. _traits, new MappedTrait<T>(new TraitDefinition(name, kind, description), read, column)]);
}
