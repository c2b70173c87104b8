using CustomerInsight;
using CustomerInsight.Matching;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds matching to an engine.</summary>
public static class MatchingInsightBuilderExtensions
{
    /// <summary>Adds matching. A host's own <see cref="IMatchTrainer"/> or <see cref="IClusterer"/> is used where registered.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="configure">Composes how the engine matches; null for people with the defaults. A further call for the same engine changes what earlier ones set.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddMatching(this IInsightBuilder builder, Action<MatchingBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string name = builder.Name;
        MatchingBuilder? matching = builder.Services
            .Where(service => service.IsKeyedService && service.ServiceType == typeof(MatchingBuilder) && Equals(service.ServiceKey, name))
            .Select(static service => (MatchingBuilder?)service.KeyedImplementationInstance)
            .FirstOrDefault();
        if (matching is null)
        {
            matching = new MatchingBuilder(builder);
            AddStage(builder, matching);
        }

        configure?.Invoke(matching);
        return builder;
    }

    /// <summary>Adds identity: profile ids that last from run to run, records resolved one by one between runs, and what people decide, all on a ledger.</summary>
    /// <param name="builder">The engine's builder; matching is added with the defaults where it has not been.</param>
    /// <param name="store">Where the ledger is kept; null for a registered <see cref="IIdentityStore"/>, or else in memory, where it lasts as long as the process.</param>
    /// <returns>The same builder. The container gives an <see cref="IdentityGraph"/>, which is also the engine's <see cref="IIdentityResolver"/> and <see cref="IStewardship"/>.</returns>
    /// <remarks>
    /// A run takes in what its sources have, and deletes what they no longer have. Records of other sources, which came one by one, are matched with them. Assertions are the graph's own then:
    /// decide by <see cref="IStewardship"/>, not by <see cref="MatchingBuilder.Assert"/>.
    /// </remarks>
    public static IInsightBuilder AddIdentity(this IInsightBuilder builder, IIdentityStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMatching();
        string name = builder.Name;
        builder.TryAddService(_ => store ?? new InMemoryIdentityStore());
        builder.TryAddService(services => CreateGraph(services, name));
        builder.TryAddService<IIdentityResolver>(services => services.FindInsightService<IdentityGraph>(name)!);
        return builder.TryAddService<IStewardship>(services => services.FindInsightService<IdentityGraph>(name)!);
    }

    private static IdentityGraph CreateGraph(IServiceProvider services, string name)
    {
        MatchingBuilder matching = services.GetRequiredKeyedService<MatchingBuilder>(name);
        if (matching.Constraints.Assertions.Count > 0)
        {
            throw new InvalidOperationException($"{nameof(MatchingBuilder)}.{nameof(MatchingBuilder.Assert)} gives assertions to an engine with identity. Leave them out, and decide by {nameof(IStewardship)}, so that the ledger knows who decided and why.");
        }

        var policies = new IdentifierPolicies(matching.Policies);
        IRecordSource[] sources = [.. services.FindInsightServices<IRecordSource>(name)];
        InsightOptions options = services.GetRequiredService<IOptionsMonitor<InsightOptions>>().Get(name);
        return new IdentityGraph(new IdentitySetup
        {
            Store = services.FindInsightService<IIdentityStore>(name)!,
            Tenant = options.Tenant,
            Design = schema => matching.DesignFor(schema, policies),
            Options = services.GetRequiredService<IOptionsMonitor<MatchingOptions>>().Get(name),
            Trainer = matching.Trainer ?? services.FindInsightService<IMatchTrainer>(name) ?? new MatchTrainer(),
            Clusterer = services.FindInsightService<IClusterer>(name) ?? new AverageLinkage(),
            DuplicateFreeSources = matching.Constraints.DuplicateFreeSources,
            Standardizers = services.FindInsightService<StandardizerSet>(name) ?? StandardizerSet.Default,
            Conventions = sources.ToDictionary(static source => source.Name, static source => source.Conventions, StringComparer.Ordinal),
            TrustRanks = sources.ToDictionary(static source => source.Name, static source => source.TrustRank, StringComparer.Ordinal),
            Merger = services.FindInsightService<IProfileMerger>(name) ?? new ProfileMerger(MergeRules.Standard),
            ModelFiles = services.FindInsightService<MatchModelLoadOptions>(name),
            Clock = services.GetService<TimeProvider>() ?? TimeProvider.System,
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        });
    }

    private static void AddStage(IInsightBuilder builder, MatchingBuilder matching)
    {
        string name = builder.Name;
        builder.Services.AddKeyedSingleton(name, matching);
        builder.Services.AddOptionsWithValidateOnStart<MatchingOptions, MatchingOptionsValidator>(name);
        builder.AddService<IInsightStage>(services =>
        {
            IMatchTrainer? trainer = matching.Trainer ?? services.FindInsightService<IMatchTrainer>(name);
            if (services.FindInsightService<IdentityGraph>(name) is { } graph)
            {
                return new IdentityStage(graph, services.FindInsightServices<IRecordSource>(name).Select(static source => source.Name), trainer);
            }

            var policies = new IdentifierPolicies(matching.Policies);
            return new MatchingStage(
                schema => matching.DesignFor(schema, policies),
                services.GetRequiredService<IOptionsMonitor<MatchingOptions>>().Get(name),
                trainer,
                services.FindInsightService<IClusterer>(name),
                matching.Constraints);
        });
    }
}
