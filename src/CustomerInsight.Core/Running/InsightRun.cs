namespace CustomerInsight;

/// <summary>The result of a run.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class InsightRun
{
    private readonly IReadOnlyDictionary<Type, object> _results;

    internal InsightRun(InsightContext context)
    {
        Report = new InsightReport(ValueList.From(context.Sources), ValueList.From(context.Lines));
        AsOf = context.AsOf;
        Records = context.Records;
        Clusters = context.Clusters ?? [];
        Profiles = context.Profiles;
        Customers = context.Customers;
        _results = context.Results;
    }

    /// <summary>Gets what was read, left out, assumed and found.</summary>
    public InsightReport Report { get; }

    /// <summary>Gets the moment the run looked from, or null where there was no activity and none was set.</summary>
    public DateTimeOffset? AsOf { get; }

    /// <summary>Gets the records in canonical order.</summary>
    public StandardizedTable Records { get; }

    /// <summary>Gets the clusters: a partition of the records, by rising first record; where nothing was matched, each record is on its own.</summary>
    public IReadOnlyList<RecordCluster> Clusters { get; }

    /// <summary>Gets the profiles by rising id.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>Gets the customers with what they did, in ordinal order.</summary>
    public IReadOnlyList<CustomerHistory> Customers { get; }

    /// <summary>Finds the result of a package's stage.</summary>
    /// <typeparam name="T">The result's type, as the stage's documentation names it.</typeparam>
    /// <returns>The result, or null where no stage gave one.</returns>
    public T? Find<T>()
        where T : class => _results.TryGetValue(typeof(T), out object? result) ? (T)result : null;

    /// <summary>Gets the result of a package's stage.</summary>
    /// <typeparam name="T">The result's type, as the stage's documentation names it.</typeparam>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">No stage gave one.</exception>
    public T Get<T>()
        where T : class => Find<T>() ?? throw new InvalidOperationException($"The run has no {typeof(T).Name}. Add the stage that makes it to the engine, or use {nameof(Find)}.");
}
