namespace CustomerInsight;

/// <summary>A run in the making: what the stages so far have left for those to come.</summary>
/// <threadsafety>Not safe: stages run one after the other. What it holds may be read from many threads.</threadsafety>
public sealed class InsightContext
{
    private readonly Dictionary<Type, object> _results = [];
    private readonly List<ReportLine> _lines = [];
    private readonly List<SourceReport> _sources = [];
    private readonly IProgress<InsightProgress>? _progress;

    /// <summary>Starts a run's context. The engine does this; a test of a stage may.</summary>
    /// <param name="options">What holds for the whole run.</param>
    /// <param name="progress">Whom to tell how far the run is, or null.</param>
    public InsightContext(InsightOptions options, IProgress<InsightProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _progress = progress;
        AsOf = options.AsOf;
    }

    /// <summary>Gets what holds for the whole run.</summary>
    public InsightOptions Options { get; }

    /// <summary>Gets or sets the moment the run looks from: the one set in the options, else that of the latest activity; null while neither is known.</summary>
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>Gets or sets the records with the form in which they are compared.</summary>
    /// <value>No records.</value>
    public StandardizedTable Records { get; set; } = StandardizedTable.Empty;

    /// <summary>Gets or sets the activities up to the as-of moment, by time, ties in the order of their keys.</summary>
    /// <value>No activities.</value>
    public IReadOnlyList<CustomerActivity> Activities { get; set; } = [];

    /// <summary>Gets or sets the clusters: a partition of the records, by rising first record.</summary>
    /// <value>Null until a stage has matched; then each record is in exactly one cluster.</value>
    public IReadOnlyList<RecordCluster>? Clusters { get; set; }

    /// <summary>Gets or sets the id that the profile of each cluster is to have and the ids that lead to it, in the order of <see cref="Clusters"/>.</summary>
    /// <value>Null: profiles are numbered from 1 in that order, anew in each run.</value>
    public IReadOnlyList<(ProfileId Id, ValueList<ProfileId> Previous)>? ProfileIds { get; set; }

    /// <summary>Gets or sets the profiles, by rising id.</summary>
    /// <value>No profiles.</value>
    public IReadOnlyList<Profile> Profiles { get; set; } = [];

    /// <summary>Gets or sets the customers with what they did, in ordinal order of <see cref="CustomerHistory.Customer"/>.</summary>
    /// <value>No customers.</value>
    public IReadOnlyList<CustomerHistory> Customers { get; set; } = [];

    /// <summary>Gets what the sources gave.</summary>
    public IReadOnlyList<SourceReport> Sources => _sources;

    /// <summary>Gets what the stages counted, in order.</summary>
    public IReadOnlyList<ReportLine> Lines => _lines;

    internal IReadOnlyDictionary<Type, object> Results => _results;

    /// <summary>Leaves a package's own result for later stages and for the caller.</summary>
    /// <typeparam name="T">The result's type; one result of each type.</typeparam>
    /// <param name="result">The result.</param>
    /// <exception cref="InvalidOperationException">There is a result of that type already.</exception>
    public void Set<T>(T result)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!_results.TryAdd(typeof(T), result))
        {
            throw new InvalidOperationException($"Two stages gave a {typeof(T).Name}. Register one of them only, or give each a result type of its own.");
        }
    }

    /// <summary>Finds a result that an earlier stage left.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <returns>The result, or null where no stage left one.</returns>
    public T? Find<T>()
        where T : class => _results.TryGetValue(typeof(T), out object? result) ? (T)result : null;

    /// <summary>Adds what a source gave to the report.</summary>
    /// <param name="source">What it gave.</param>
    public void Report(SourceReport source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _sources.Add(source);
    }

    /// <summary>Adds a line to the report.</summary>
    /// <param name="line">The line.</param>
    public void Report(ReportLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _lines.Add(line);
    }

    /// <summary>Gives what a stage's parallel loops are to be run with: the run's limit of threads and its cancellation.</summary>
    /// <param name="cancellationToken">Stops the loops.</param>
    /// <returns>New options.</returns>
    public ParallelOptions Parallel(CancellationToken cancellationToken) => new()
    {
        CancellationToken = cancellationToken,
        MaxDegreeOfParallelism = Options.MaxDegreeOfParallelism > 0 ? Options.MaxDegreeOfParallelism : Environment.ProcessorCount,
    };

    /// <summary>Tells the caller how far the run is.</summary>
    /// <param name="stage">The stage at work.</param>
    /// <param name="done">How many of its items are done.</param>
    /// <param name="total">How many there are, or null where that is not known.</param>
    public void Progress(string stage, long done, long? total = null) => _progress?.Report(new InsightProgress(stage, done, total));
}
