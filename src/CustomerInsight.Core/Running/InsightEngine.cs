using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerInsight;

/// <summary>Runs the stages of an engine in order and stores the profiles at the end.</summary>
/// <remarks>The result depends on the rows, the settings and the as-of moment alone: not on arrival order, thread count or culture.</remarks>
/// <threadsafety>Safe from many threads; runs at the same time are independent, and of two that store, the later to commit fails with a <see cref="StoreConflictException"/>.</threadsafety>
public sealed class InsightEngine : IInsightEngine
{
    private readonly InsightOptions _options;
    private readonly IInsightStage[] _stages;
    private readonly IProfileStore? _store;
    private readonly ILogger _logger;

    /// <summary>Makes an engine; settings are copied.</summary>
    /// <param name="setup">What it is made of.</param>
    /// <exception cref="ArgumentException">Two sources have the same name, or an option is out of range.</exception>
    public InsightEngine(InsightSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        _options = Copy(setup.Options);
        CheckNames(setup.RecordSources.Select(static source => source.Name), "record");
        CheckNames(setup.ActivitySources.Select(static source => source.Name), "activity");
        _store = setup.ProfileStore;
        _logger = setup.Logger ?? NullLogger.Instance;
        IInsightStage[] own =
        [
            new ReadRecordsStage(setup.RecordSources),
            new ReadActivitiesStage(setup.ActivitySources),
            new StandardizeStage(setup.RecordSources, setup.Standardizers),
            new MergeStage(setup.Merger),
            new AttributionStage(),
        ];
        _stages = [.. own.Concat(setup.Stages).OrderBy(static stage => stage.Phase)];
    }

    /// <inheritdoc/>
    /// <remarks>Runs on the thread pool, so that a caller with a screen or a request to serve is not held up.</remarks>
    public Task<InsightRun> RunAsync(IProgress<InsightProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => RunStagesAsync(progress, cancellationToken), cancellationToken);

    private async Task<InsightRun> RunStagesAsync(IProgress<InsightProgress>? progress, CancellationToken cancellationToken)
    {
        var context = new InsightContext(_options, progress);
        long version = _store is null ? 0 : await _store.GetVersionAsync(_options.Tenant, cancellationToken).ConfigureAwait(false);
        foreach (IInsightStage stage in _stages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using Activity? span = CustomerInsightDiagnostics.Activities.StartActivity(stage.Name);
            long started = Stopwatch.GetTimestamp();
            try
            {
                await stage.RunAsync(context, cancellationToken).ConfigureAwait(false);
            }
            catch (AggregateException several) when (several.InnerExceptions.Count == 1)
            {
                // What a host's own part throws inside a parallel loop arrives as it was thrown.
                ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            }

            double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Log.StageDone(_logger, stage.Name, milliseconds);
        }

        if (_store is not null)
        {
            await StoreAsync(_store, version, context, cancellationToken).ConfigureAwait(false);
        }

        Log.RunDone(_logger, context.Records.Count, context.Profiles.Count, context.Customers.Count);
        return new InsightRun(context);
    }

    private async Task StoreAsync(IProfileStore store, long version, InsightContext context, CancellationToken cancellationToken)
    {
        IUnitOfWork unitOfWork = await store.BeginAsync(_options.Tenant, version, cancellationToken).ConfigureAwait(false);
        await using (unitOfWork.ConfigureAwait(false))
        {
            await store.ReplaceAllAsync(unitOfWork, context.Profiles, cancellationToken).ConfigureAwait(false);
            await unitOfWork.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static InsightOptions Copy(InsightOptions options)
    {
        var copy = new InsightOptions
        {
            Tenant = options.Tenant,
            AsOf = options.AsOf,
            KeptRejections = options.KeptRejections,
            ProgressInterval = options.ProgressInterval,
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        };
        var result = new InsightOptionsValidator().Validate(null, copy);
        return result.Failed ? throw new ArgumentException(result.FailureMessage, nameof(options)) : copy;
    }

    private static void CheckNames(IEnumerable<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name) || !seen.Add(name))
            {
                throw new ArgumentException($"Two {what} sources are named '{name}', or one has no name. Keys are unique inside a source only, so give every source a name of its own.", nameof(names));
            }
        }
    }
}
