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

    private static void AddStage(IInsightBuilder builder, MatchingBuilder matching)
    {
        string name = builder.Name;
        builder.Services.AddKeyedSingleton(name, matching);
        builder.Services.AddOptionsWithValidateOnStart<MatchingOptions, MatchingOptionsValidator>(name);
        builder.AddService<IInsightStage>(services =>
        {
            var policies = new IdentifierPolicies(matching.Policies);
            return new MatchingStage(
                schema => matching.DesignFor(schema, policies),
                services.GetRequiredService<IOptionsMonitor<MatchingOptions>>().Get(name),
                matching.Trainer ?? services.FindInsightService<IMatchTrainer>(name),
                services.FindInsightService<IClusterer>(name),
                matching.Constraints);
        });
    }
}
