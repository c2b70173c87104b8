using CustomerInsight;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers engines.</summary>
public static class InsightServiceCollectionExtensions
{
    /// <summary>Registers the default engine, found as <see cref="IInsightEngine"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Composes the engine: sources, matching, merging, models.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddCustomerInsight(this IServiceCollection services, Action<IInsightBuilder> configure) =>
        services.AddCustomerInsight(string.Empty, configure);

    /// <summary>Registers a further engine, found as a keyed <see cref="IInsightEngine"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The engine's name, which is its key; empty for the default engine.</param>
    /// <param name="configure">Composes the engine: sources, matching, merging, models.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddCustomerInsight(this IServiceCollection services, string name, Action<IInsightBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptionsWithValidateOnStart<InsightOptions, InsightOptionsValidator>(name);
        var builder = new InsightBuilder(name, services);
        builder.TryAddService<IInsightEngine>(provider => CreateEngine(provider, name));
        configure(builder);
        return services;
    }

    private static InsightEngine CreateEngine(IServiceProvider provider, string name) => new(new InsightSetup
    {
        Options = provider.GetRequiredService<IOptionsMonitor<InsightOptions>>().Get(name),
        RecordSources = [.. provider.FindInsightServices<IRecordSource>(name)],
        ActivitySources = [.. provider.FindInsightServices<IActivitySource>(name)],
        Stages = [.. provider.FindInsightServices<IInsightStage>(name)],
        Standardizers = provider.FindInsightService<StandardizerSet>(name) ?? StandardizerSet.Default,
        Merger = provider.FindInsightService<IProfileMerger>(name) ?? new ProfileMerger(MergeRules.Standard),
        ProfileStore = provider.FindInsightService<IProfileStore>(name),
        Logger = provider.GetService<ILoggerFactory>()?.CreateLogger<InsightEngine>(),
    });

    private sealed record InsightBuilder(string Name, IServiceCollection Services) : IInsightBuilder;
}
