using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers and finds the services of one engine: unkeyed for the default engine, keyed by its name for another.</summary>
/// <remarks>For packages that extend the builder. A host that registers its own service first keeps it.</remarks>
public static class InsightBuilderServices
{
    /// <summary>Registers a service of the engine unless the host has registered one.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="factory">Makes it.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder TryAddService<T>(this IInsightBuilder builder, Func<IServiceProvider, T> factory)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        if (builder.Name.Length == 0)
        {
            builder.Services.TryAddSingleton(factory);
        }
        else
        {
            builder.Services.TryAddKeyedSingleton(builder.Name, (services, _) => factory(services));
        }

        return builder;
    }

    /// <summary>Adds one of several services of a type to the engine: a source, a stage.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="factory">Makes it.</param>
    /// <returns>The same builder.</returns>
    public static IInsightBuilder AddService<T>(this IInsightBuilder builder, Func<IServiceProvider, T> factory)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        if (builder.Name.Length == 0)
        {
            builder.Services.AddSingleton(factory);
        }
        else
        {
            builder.Services.AddKeyedSingleton(builder.Name, (services, _) => factory(services));
        }

        return builder;
    }

    /// <summary>Finds a service of an engine.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="engine">The engine's name; empty for the default engine.</param>
    /// <returns>The service, or null where none is registered.</returns>
    public static T? FindInsightService<T>(this IServiceProvider services, string engine)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(engine);
        return engine.Length == 0 ? services.GetService<T>() : services.GetKeyedService<T>(engine);
    }

    /// <summary>Finds all services of a type of an engine, in the order they were added.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="engine">The engine's name; empty for the default engine.</param>
    /// <returns>The services; empty where none is registered.</returns>
    public static IEnumerable<T> FindInsightServices<T>(this IServiceProvider services, string engine)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(engine);
        return engine.Length == 0 ? services.GetServices<T>() : services.GetKeyedServices<T>(engine);
    }
}
