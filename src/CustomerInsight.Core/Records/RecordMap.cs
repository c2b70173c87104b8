namespace CustomerInsight;

/// <summary>Says how a host's objects become records. Each method gives a new map.</summary>
/// <typeparam name="T">The type of the host's objects.</typeparam>
/// <remarks>Plain delegates, without reflection. Values are taken over as they are; the run standardizes them.</remarks>
/// <example><c>RecordMap.For&lt;Contact&gt;("crm").Key(c =&gt; c.Id).UpdatedAt(c =&gt; c.ModifiedOn).Email(c =&gt; c.Email).From(contacts)</c></example>
/// <threadsafety>Safe from many threads, as far as the host's delegates are.</threadsafety>
public sealed partial class RecordMap<T>
{
    private readonly RecordMapState<T> _state;

    internal RecordMap(RecordMapState<T> state)
    {
        _state = state;
        Schema = new RecordSchema(state.Attributes.Select(static attribute => attribute.Definition));
    }

    /// <summary>Gets the source system's name.</summary>
    public string Source => _state.Source;

    /// <summary>Gets the attributes of the records, in the order they were mapped.</summary>
    public RecordSchema Schema { get; }

    internal SourceConventions SourceConventions => _state.Conventions;

    internal int TrustRank => _state.TrustRank;

    /// <summary>Sets the row's key, which every row needs.</summary>
    /// <param name="key">Reads it.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Key(Func<T, string?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(_state with { Key = key });
    }

    /// <summary>Sets the row's key, a number.</summary>
    /// <param name="key">Reads it.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Key(Func<T, long?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Key(row => MapValue.Text(key(row)));
    }

    /// <summary>Sets the row's key.</summary>
    /// <param name="key">Reads it.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Key(Func<T, Guid?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Key(row => MapValue.Text(key(row)));
    }

    /// <summary>Sets when the source held these values.</summary>
    /// <param name="time">Reads it; null where the row does not say.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> UpdatedAt(Func<T, DateTimeOffset?> time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new(_state with { UpdatedAt = (row, _) => time(row) });
    }

    /// <summary>Sets when the source held these values, by a time whose zone is that of the source's conventions unless it says otherwise.</summary>
    /// <param name="time">Reads it; null or the default value where the row does not say.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> UpdatedAt(Func<T, DateTime?> time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new(_state with { UpdatedAt = (row, conventions) => MapValue.Moment(time(row), conventions.TimeZone) });
    }

    /// <summary>Sets what all records of this source are about; without it, persons.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Kind(EntityKind kind) => Kind(_ => kind);

    /// <summary>Sets what each record is about.</summary>
    /// <param name="kind">Reads it.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Kind(Func<T, EntityKind> kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new(_state with { Kind = kind });
    }

    /// <summary>Sets the tenant of all records of this source.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Tenant(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return Tenant(_ => tenant);
    }

    /// <summary>Sets the tenant of each record.</summary>
    /// <param name="tenant">Reads it; null means none.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Tenant(Func<T, string?> tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return new(_state with { Tenant = tenant });
    }

    /// <summary>Sets which rows mean that the source deleted the record.</summary>
    /// <param name="deleted">Reads it.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Deleted(Func<T, bool> deleted)
    {
        ArgumentNullException.ThrowIfNull(deleted);
        return new(_state with { Deleted = deleted });
    }

    /// <summary>Sets how this source writes dates, times and phone numbers.</summary>
    /// <param name="conventions">The conventions.</param>
    /// <returns>The new map.</returns>
    public RecordMap<T> Conventions(SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(conventions);
        return new(_state with { Conventions = conventions });
    }

    /// <summary>Sets how much this source is trusted where sources disagree.</summary>
    /// <param name="rank">0 for the source trusted most, then 1, and so on.</param>
    /// <returns>The new map.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rank"/> is negative.</exception>
    public RecordMap<T> Trust(int rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        return new(_state with { TrustRank = rank });
    }

    /// <summary>Makes a source of objects in memory.</summary>
    /// <param name="rows">The objects, walked through anew in each run, in the same order.</param>
    /// <returns>The source. A row that cannot be mapped is a rejection in its stream; its cursors count rows.</returns>
    /// <exception cref="InvalidOperationException">The map has no key.</exception>
    public IRecordSource From(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return From(_ => rows.ToAsyncEnumerable());
    }

    /// <summary>Makes a source of objects that come as they are asked for.</summary>
    /// <param name="rows">Starts to read them, in the same order each time.</param>
    /// <returns>The source. A row that cannot be mapped is a rejection in its stream; its cursors count rows.</returns>
    /// <exception cref="InvalidOperationException">The map has no key.</exception>
    public IRecordSource From(Func<CancellationToken, IAsyncEnumerable<T>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _ = KeyReader();
        return new MappedRecordSource<T>(this, rows);
    }

    /// <summary>Maps one object.</summary>
    /// <param name="row">The object.</param>
    /// <returns>Its record.</returns>
    /// <exception cref="ArgumentException">The object has no key.</exception>
    /// <exception cref="InvalidOperationException">The map has no key.</exception>
    /// <remarks>What a delegate of the map throws comes through.</remarks>
    public SourceRecord ToRecord(T row)
    {
        string step = string.Empty;
        string? key = ReadKey(row, ref step);
        return string.IsNullOrWhiteSpace(key)
            ? throw new ArgumentException($"The object has no key, so it cannot be a record of source '{Source}'. Give it one before mapping it.", nameof(row))
            : ToRecord(row, key, ref step);
    }

    internal string? ReadKey(T row, ref string step)
    {
        step = "key";
        return KeyReader()(row);
    }

    internal bool IsDeleted(T row, ref string step)
    {
        step = "deleted";
        return _state.Deleted is not null && _state.Deleted(row);
    }

    internal SourceRecord ToRecord(T row, string key, ref string step)
    {
        var values = new AttributeValues[_state.Attributes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            step = _state.Attributes[i].Definition.Name;
            values[i] = _state.Attributes[i].Read(row);
        }

        var identifiers = new List<Identifier>(_state.Identifiers.Length);
        foreach (MappedIdentifier<T> identifier in _state.Identifiers)
        {
            step = identifier.Type;
            if (identifier.Read(row) is { } value && !string.IsNullOrWhiteSpace(value))
            {
                identifiers.Add(new Identifier(identifier.Type, identifier.Scope, value));
            }
        }

        step = "time, kind or tenant";
        return new SourceRecord(Schema, new RecordKey(Source, key), values)
        {
            ObservedAt = _state.UpdatedAt?.Invoke(row, _state.Conventions),
            EntityKind = _state.Kind?.Invoke(row) ?? EntityKind.Person,
            Tenant = _state.Tenant?.Invoke(row) ?? string.Empty,
            Identifiers = ValueList.From(identifiers),
        };
    }

    private Func<T, string?> KeyReader() =>
        _state.Key ?? throw new InvalidOperationException($"The map of source '{Source}' has no key, so its records could not be told apart. Call Key(...) on it.");
}
