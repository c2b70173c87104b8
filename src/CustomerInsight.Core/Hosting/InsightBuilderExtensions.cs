using CustomerInsight;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What Core adds to an engine's builder.</summary>
public static class InsightBuilderExtensions
{
    /// <summary>Sets what holds for the whole run.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder Configure(this IInsightBuilder builder, Action<InsightOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configure);
        return builder;
    }

    /// <summary>Adds a source of records.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="source">The source.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddSource(this IInsightBuilder builder, IRecordSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.AddService(_ => source);
    }

    /// <summary>Adds a source of records that a map makes of the host's own objects.</summary>
    /// <typeparam name="T">The host's class.</typeparam>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="map">Says which property is what.</param>
    /// <param name="read">Gives the objects, such as a query of the host's database context; called once for each run, with services of a scope that lasts as long as the reading.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddSource<T>(this IInsightBuilder builder, RecordMap<T> map, Func<IServiceProvider, CancellationToken, IAsyncEnumerable<T>> read)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(read);
        return builder.AddService<IRecordSource>(services => map.From(cancellationToken => ScopedRows.Read(services, read, cancellationToken)));
    }

    /// <summary>Adds a source of activities.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="source">The source.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddActivities(this IInsightBuilder builder, IActivitySource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.AddService(_ => source);
    }

    /// <summary>Adds a source of activities that a map makes of the host's own objects.</summary>
    /// <typeparam name="T">The host's class.</typeparam>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="map">Says which property is what.</param>
    /// <param name="read">Gives the objects; called once for each run, with services of a scope that lasts as long as the reading.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddActivities<T>(this IInsightBuilder builder, ActivityMap<T> map, Func<IServiceProvider, CancellationToken, IAsyncEnumerable<T>> read)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(read);
        return builder.AddService<IActivitySource>(services => map.From(cancellationToken => ScopedRows.Read(services, read, cancellationToken)));
    }

    /// <summary>Adds a stage of the host's own.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="stage">The stage; it takes its turn in its phase after the stages added before it.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddStage(this IInsightBuilder builder, IInsightStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return builder.AddService(_ => stage);
    }

    /// <summary>Sets how values are standardized.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="configure">Changes the standardizers: the default ones, or what an earlier call made of them.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddStandardizers(this IInsightBuilder builder, Func<StandardizerSet, StandardizerSet> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder
            .AddService(_ => new Change<StandardizerSet>(configure))
            .TryAddService(services => Change<StandardizerSet>.ApplyAll(services, builder.Name, StandardizerSet.Default));
    }

    /// <summary>Sets whose value survives in a profile.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="configure">Changes the rules: the standard ones, or what an earlier call made of them.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddMerging(this IInsightBuilder builder, Func<MergeRules, MergeRules> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder
            .AddService(_ => new Change<MergeRules>(configure))
            .TryAddService<IProfileMerger>(services => new ProfileMerger(Change<MergeRules>.ApplyAll(services, builder.Name, MergeRules.Standard)));
    }

    /// <summary>Stores the profiles at the end of each run.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="store">Where. An engine has one store: the first that was added.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddProfileStore(this IInsightBuilder builder, IProfileStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return builder.TryAddService(_ => store);
    }
}
