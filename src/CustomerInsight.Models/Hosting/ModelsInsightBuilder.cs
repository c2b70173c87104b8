namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds models to an engine.</summary>
public static class ModelsInsightBuilder
{
    /// <summary>Adds the models that a host chooses.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="configure">Chooses the models.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>May be called again to add more; nothing is added twice. Settings are checked when the host starts.</remarks>
    public static IInsightBuilder AddModels(this IInsightBuilder builder, Action<ModelsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        configure(new ModelsBuilder(builder).Purchases());
        return builder;
    }
}
