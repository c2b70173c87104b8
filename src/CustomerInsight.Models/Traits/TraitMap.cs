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
        return With(name, TraitKind.Number, description, row => TraitValue.Of(read(row)), (trait, rows) => new RowBuffer<T, double>(rows, row => read(row) ?? double.NaN, values => NumberColumn.Of(trait, values)));
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
        return With(name, TraitKind.Text, description, row => TraitValue.Of(read(row)), (trait, rows) => new RowBuffer<T, string?>(rows, read, values => TextColumn.Of(trait, values)));
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
        return With(name, TraitKind.Date, description, row => TraitValue.Of(read(row)), (trait, rows) => new RowBuffer<T, DateOnly?>(rows, read, values => DateColumn.Of(trait, values)));
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
        return With(name, TraitKind.Flag, description, row => TraitValue.Of(read(row)), (trait, rows) => new RowBuffer<T, bool?>(rows, read, values => FlagColumn.Of(trait, values)));
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
        return With(name, TraitKind.Texts, description, row => TraitValue.OfTexts(read(row)), (trait, rows) => new RowBuffer<T, IEnumerable<string?>?>(rows, read, values => TextSetColumn.Of(trait, values)));
    }

    /// <summary>Marks traits that tell who a customer is.</summary>
    /// <param name="names">The names of traits mapped before.</param>
    /// <returns>The new map; see <see cref="TraitDefinition.IsPersonal"/>.</returns>
    /// <exception cref="ArgumentException">No such trait is mapped.</exception>
    public TraitMap<T> Personal(params ReadOnlySpan<string> names)
    {
        MappedTrait<T>[] traits = [.. _traits];
        foreach (string name in names)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(names));
            int position = Schema.IndexOf(name);
            if (position < 0)
            {
                throw new ArgumentException($"No trait '{name}' is mapped. Map it first; upper and lower case differ.", nameof(names));
            }

            traits[position] = traits[position] with { Definition = traits[position].Definition with { IsPersonal = true } };
        }

        return new TraitMap<T>(_customer, traits);
    }

    /// <summary>Reads the traits of many customers.</summary>
    /// <param name="rows">The customers in any order, each once.</param>
    /// <param name="asOf">The day the traits look from; null where there is none, so that no rule can count days back.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, one has none, or a row is null.</exception>
    public TraitTable From(IReadOnlyList<T> rows, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        string[] names = new string[rows.Count];
        RowBuffer<T>[] buffers = [.. _traits.Select(trait => trait.Buffer(trait.Definition, names.Length))];
        for (int row = 0; row < names.Length; row++)
        {
            // Once for all traits: a list may make its items when it is asked for them.
            T item = rows[row];
            if (item is null)
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} is null. Leave it out."), nameof(rows));
            }

            names[row] = _customer(item);
            foreach (RowBuffer<T> buffer in buffers)
            {
                buffer.Read(row, item);
            }
        }

        return TraitTable.Create(names, asOf, ValueList.From(buffers.Select(static buffer => buffer.ToColumn())));
    }

    /// <summary>Reads the traits of one customer.</summary>
    /// <param name="row">What is known of the customer.</param>
    /// <param name="asOf">The day the traits look from; null where there is none.</param>
    /// <returns>The traits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="row"/> is null.</exception>
    public TraitRow Row(T row, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new TraitRow(Schema, ValueList.From(_traits.Select(trait => trait.Read(row))), asOf, _customer(row) ?? string.Empty);
    }

    private TraitMap<T> With(string name, TraitKind kind, string description, Func<T, TraitValue> read, Func<TraitDefinition, int, RowBuffer<T>> buffer) =>
        new(_customer, [.. _traits, new MappedTrait<T>(new TraitDefinition(name, kind, description), read, buffer)]);
}
