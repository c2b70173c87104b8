namespace CustomerInsight;

/// <summary>Says how a host's objects become activities. Each method gives a new map.</summary>
/// <typeparam name="T">The type of the host's objects.</typeparam>
/// <remarks>Plain delegates, without reflection. Activities are purchases unless <see cref="Type(string)"/> says otherwise.</remarks>
/// <example><c>ActivityMap.For&lt;Order&gt;("shop").Key(o =&gt; o.Id).Customer(o =&gt; o.CustomerId, source: "crm").At(o =&gt; o.PlacedOn).Value(o =&gt; o.Total, "GBP").From(orders)</c></example>
/// <threadsafety>Safe from many threads, as far as the host's delegates are.</threadsafety>
public sealed class ActivityMap<T>
{
    private readonly ActivityMapState<T> _state;

    internal ActivityMap(ActivityMapState<T> state) => _state = state;

    /// <summary>Gets the source system's name.</summary>
    public string Source => _state.Source;

    /// <summary>Sets the activity's key, which every row needs; an activity read twice is kept once.</summary>
    /// <param name="key">Reads it.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Key(Func<T, string?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_state with { Key = key });
    }

    /// <summary>Sets the activity's key, a number.</summary>
    /// <param name="key">Reads it.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Key(Func<T, long?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Key(row => MapValue.Text(key(row)));
    }

    /// <summary>Sets the activity's key.</summary>
    /// <param name="key">Reads it.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Key(Func<T, Guid?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Key(row => MapValue.Text(key(row)));
    }

    /// <summary>Names the customer by the key of a record.</summary>
    /// <param name="key">Reads the record's key; a row without one is rejected.</param>
    /// <param name="source">The record's source; empty for a record of any source with that key.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Customer(Func<T, string?> key, string source = "") => CustomerIdentifier(Identifier.RecordKeyType, source, key);

    /// <summary>Names the customer by the key of a record, a number.</summary>
    /// <param name="key">Reads the record's key; a row without one is rejected.</param>
    /// <param name="source">The record's source; empty for a record of any source with that key.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Customer(Func<T, long?> key, string source = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        return Customer(row => MapValue.Text(key(row)), source);
    }

    /// <summary>Names the customer by the key of a record.</summary>
    /// <param name="key">Reads the record's key; a row without one is rejected.</param>
    /// <param name="source">The record's source; empty for a record of any source with that key.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Customer(Func<T, Guid?> key, string source = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        return Customer(row => MapValue.Text(key(row)), source);
    }

    /// <summary>Names the customer by an identifier.</summary>
    /// <param name="type">What it is, such as <c>wechat.unionid</c>.</param>
    /// <param name="scope">Inside what it is unique; empty where the type says it all.</param>
    /// <param name="value">Reads it; a row without one is rejected.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is blank.</exception>
    public ActivityMap<T> CustomerIdentifier(string type, string scope, Func<T, string?> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(value);
        return new(_state with { Customer = new MappedIdentifier<T>(type, scope, value) });
    }

    /// <summary>Sets when it happened.</summary>
    /// <param name="time">Reads it; a row without one is rejected.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> At(Func<T, DateTimeOffset?> time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new(_state with { At = (row, _) => time(row) });
    }

    /// <summary>Sets when it happened, by a time whose zone is that of the source's conventions unless it says otherwise.</summary>
    /// <param name="time">Reads it; a row with null or the default value is rejected.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> At(Func<T, DateTime?> time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new(_state with { At = (row, conventions) => MapValue.Moment(time(row), conventions.TimeZone) });
    }

    /// <summary>Sets what happened in all rows of this source.</summary>
    /// <param name="type">The type, such as <c>page-view</c>.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is blank.</exception>
    public ActivityMap<T> Type(string type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        return Type(_ => type);
    }

    /// <summary>Sets what happened.</summary>
    /// <param name="type">Reads it; a row without one is rejected.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Type(Func<T, string?> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new(_state with { Type = type });
    }

    /// <summary>Sets the money that changed hands, in one currency.</summary>
    /// <param name="amount">Reads the amount; below zero for money that went back, null where none did.</param>
    /// <param name="currency">A code of three capital letters; <see cref="Money.NoCurrency"/> for unmarked amounts.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is no such code.</exception>
    public ActivityMap<T> Value(Func<T, decimal?> amount, string currency = Money.NoCurrency) => Money.IsCurrencyCode(currency)
        ? Value(amount, _ => currency)
        : throw new ArgumentException($"'{currency}' is no currency code. Use three capital letters after ISO 4217, such as GBP, or {Money.NoCurrency} for unmarked amounts.", nameof(currency));

    /// <summary>Sets the money that changed hands.</summary>
    /// <param name="amount">Reads the amount; below zero for money that went back, null where none did.</param>
    /// <param name="currency">Reads its currency, three capital letters; blank for an unmarked amount. A row with any other text is rejected.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Value(Func<T, decimal?> amount, Func<T, string?> currency)
    {
        ArgumentNullException.ThrowIfNull(amount);
        ArgumentNullException.ThrowIfNull(currency);
        return new(_state with { Amount = amount, Currency = currency });
    }

    /// <summary>Sets the order, invoice or basket that the activity is part of.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Order(Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(_state with { Order = value });
    }

    /// <summary>Sets the product or page it was about.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Item(Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(_state with { Item = value });
    }

    /// <summary>Sets the category of the product or page.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Category(Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(_state with { Category = value });
    }

    /// <summary>Sets how many pieces; the money is that of all of them together.</summary>
    /// <param name="value">Reads it; null where that is not known, below zero for pieces that went back.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Quantity(Func<T, decimal?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(_state with { Quantity = value });
    }

    /// <summary>Sets the channel that all rows of this source happened in.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Channel(string channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Channel(_ => channel);
    }

    /// <summary>Sets the channel it happened in.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Channel(Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(_state with { Channel = value });
    }

    /// <summary>Sets the tenant of all rows of this source.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Tenant(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return Tenant(_ => tenant);
    }

    /// <summary>Sets the tenant whose data it is.</summary>
    /// <param name="value">Reads it; null or blank where there is none.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Tenant(Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(_state with { Tenant = value });
    }

    /// <summary>Sets the zone of times that name none, with the source's other conventions.</summary>
    /// <param name="conventions">The conventions.</param>
    /// <returns>The new map.</returns>
    public ActivityMap<T> Conventions(SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(conventions);
        return new(_state with { Conventions = conventions });
    }

    /// <summary>Makes a source of objects in memory.</summary>
    /// <param name="rows">The objects, walked through anew in each run, in the same order.</param>
    /// <returns>The source. A row that cannot be mapped is a rejection in its stream; its cursors count rows.</returns>
    /// <exception cref="InvalidOperationException">The map has no key, no customer or no time.</exception>
    public IActivitySource From(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return From(_ => rows.ToAsyncEnumerable());
    }

    /// <summary>Makes a source of objects that come as they are asked for.</summary>
    /// <param name="rows">Starts to read them, in the same order each time.</param>
    /// <returns>The source. A row that cannot be mapped is a rejection in its stream; its cursors count rows.</returns>
    /// <exception cref="InvalidOperationException">The map has no key, no customer or no time.</exception>
    public IActivitySource From(Func<CancellationToken, IAsyncEnumerable<T>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return _state is { Key: not null, Customer: not null, At: not null }
            ? new MappedActivitySource<T>(_state, rows)
            : throw new InvalidOperationException($"The map of source '{Source}' lacks a key, a customer or a time. Call Key(...), Customer(...) or CustomerIdentifier(...), and At(...) on it.");
    }
}
