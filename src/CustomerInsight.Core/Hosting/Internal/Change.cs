namespace Microsoft.Extensions.DependencyInjection;

/// <summary>One call's change to settings that several calls may change, each on top of the earlier ones.</summary>
/// <typeparam name="T">The settings.</typeparam>
/// <param name="Apply">Makes new settings of old ones.</param>
internal sealed record Change<T>(Func<T, T> Apply)
{
    public static T ApplyAll(IServiceProvider services, string engine, T settings) =>
        services.FindInsightServices<Change<T>>(engine).Aggregate(settings, static (current, change) => change.Apply(current));
}
